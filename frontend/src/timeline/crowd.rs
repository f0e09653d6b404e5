//! Where entries lie closer than pixels: a texture in the states' colours, in as few strokes as there are states.

use event_pattern::trace::StateId;

use super::brush::Brush;
use super::row::Bar;

/// Whether it stands for many entries and has a state's colour.
pub(super) fn is_crowded(bar: &Bar) -> bool {
    bar.stands_for > 1 && bar.fill.state().is_some()
}

impl Brush<'_> {
    /// Where many share a pixel they are lower: a texture, and no single work. One stroke for each state.
    pub(super) fn crowd(&self, bars: &[Bar], y: f64) {
        let (context, label, pitch) = (self.context(), self.sizes.label, self.sizes.pitch);
        let crowded = || bars.iter().filter(|bar| is_crowded(bar));
        let Some((first, last)) = crowded().next().zip(crowded().next_back()) else { return };
        context.set_fill_style_str(&self.palette.sunken);
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
            context.set_fill_style_str(self.colour(state));
            context.begin_path();
            let mut run = None::<(f64, f64)>;
            for bar in crowded().filter(|bar| bar.fill.state() == Some(state)) {
                match &mut run {
                    Some((_, to)) if *to == bar.from => *to = bar.to,
                    _ => {
                        if let Some((from, to)) = run.replace((bar.from, bar.to)) {
                            context.rect(label + from, y + 7.0, to - from, pitch - 14.0);
                        }
                    }
                }
            }
            if let Some((from, to)) = run {
                context.rect(label + from, y + 7.0, to - from, pitch - 14.0);
            }
            context.fill();
        }
    }
}
