//! Where entries lie closer than pixels: a texture in the states' colours, in as few strokes as there are states.

use event_pattern::trace::StateId;

use super::brush::Brush;
use super::row::Bar;

/// Whether it stands for many entries and has a state's colour.
pub(super) fn is_crowded(bar: &Bar) -> bool {
    bar.stands_for > 1 && bar.fill.state().is_some()
}

/// Draws bars as one where one begins at the end of another.
pub(super) fn joined<'a>(bars: impl Iterator<Item = &'a Bar>, mut draw: impl FnMut(f64, f64)) {
    let mut run = None::<(f64, f64)>;
    for bar in bars {
        match &mut run {
            Some((_, to)) if *to == bar.from => *to = bar.to,
            _ => {
                if let Some((from, to)) = run.replace((bar.from, bar.to)) {
                    draw(from, to);
                }
            }
        }
    }
    if let Some((from, to)) = run {
        draw(from, to);
    }
}

impl Brush<'_> {
    /// Where many share a pixel they are lower: a texture, and no single work. One stroke for each state.
    pub(super) fn crowd(&self, bars: &[Bar], y: f64) {
        let (context, label, pitch) = (self.context(), self.sizes.label, self.sizes.pitch);
        let crowded = || bars.iter().filter(|bar| is_crowded(bar));
        let Some((first, last)) = crowded().next().zip(crowded().next_back()) else { return };
        self.fill_with(&self.palette.sunken);
        context.set_global_alpha(0.6);
        context.fill_rect(label + first.from, y + 3.0, last.to - first.from, pitch - 6.0);
        context.set_global_alpha(1.0);
        let mut states: Vec<StateId> = Vec::new();
        for state in crowded().filter_map(|bar| bar.fill.state()) {
            if !states.contains(&state) {
                states.push(state);
            }
        }
        for state in states {
            self.fill_with(self.colour(state));
            context.begin_path();
            let of_state = crowded().filter(|bar| bar.fill.state() == Some(state));
            joined(of_state, |from, to| context.rect(label + from, y + 7.0, to - from, pitch - 14.0));
            context.fill();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fill::Fill;
    use super::*;

    #[test]
    fn neighbours_are_drawn_as_one_and_a_gap_keeps_apart() {
        let bar = |from, to| Bar { from, to, fill: Fill::Quiet, by: None, stands_for: 1 };
        let mut drawn = Vec::new();
        let bars = [bar(0.0, 1.5), bar(1.5, 2.0), bar(2.0, 9.0), bar(10.0, 11.0), bar(11.0, 12.0)];
        joined(bars.iter(), |from, to| drawn.push((from, to)));
        assert_eq!(drawn, [(0.0, 9.0), (10.0, 12.0)]);
        joined([].iter(), |_, _| panic!("nothing is drawn where there is none"));
    }
}
