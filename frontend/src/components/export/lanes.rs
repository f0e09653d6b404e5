//! The picture of the timeline, from the run as it is at the press of the button.

use std::rc::Rc;

use super::choices::Chosen;
use super::words::shown;
use crate::components::scenarios::name_of;
use crate::pictures::timeline::LaneByLane;
use crate::pictures::{Colours, TimelineStill, graph, timeline};
use crate::run::Picture;
use crate::shell::{Conductor, breathe, now_ms, theme};
use crate::texts::Texts;
use crate::timeline::{Index, Window};

/// How many entries are looked at before others are let.
const AT_ONCE: usize = 20_000;
/// How long lanes are drawn before others are let.
const SLICE_MS: f64 = 8.0;

/// What is to be drawn.
pub(super) struct Seen {
    texts: &'static Texts,
    picture: Rc<Picture>,
    window: Window,
}

impl Seen {
    /// What is seen now.
    pub(super) fn now(texts: &'static Texts, conductor: &Conductor, chosen: Chosen) -> Seen {
        let picture = conductor.picture();
        let window = shown(&picture, chosen);
        Seen { texts, picture, window }
    }

    /// The picture, made at once.
    pub(super) fn drawn(self) -> Option<String> {
        let mut index = Index::default();
        index.follow(&self.picture);
        index.take_in(&self.picture.trace, self.picture.trace.len());
        let (title, colours) = (self.title(), theme::colours()?);
        Some(timeline(&self.still(&title, &index, &colours)))
    }

    /// The picture, made so that nothing else waits for it.
    pub(super) async fn drawn_in_slices(self) -> Option<String> {
        let mut index = Index::default();
        index.follow(&self.picture);
        while index.taken() < self.picture.trace.len() {
            index.take_in(&self.picture.trace, AT_ONCE);
            breathe().await;
        }
        let (title, colours) = (self.title(), theme::colours()?);
        let still = self.still(&title, &index, &colours);
        let mut picture = LaneByLane::begin(&still);
        let mut until = now_ms() + SLICE_MS;
        while picture.draw_lane() {
            if now_ms() >= until {
                breathe().await;
                until = now_ms() + SLICE_MS;
            }
        }
        Some(picture.finish())
    }

    fn title(&self) -> String {
        graph::title(self.texts, name_of(&self.texts.scenario_names, &self.picture.origin), &self.picture)
    }

    fn still<'a>(&'a self, title: &'a str, index: &'a Index, colours: &'a Colours) -> TimelineStill<'a> {
        let Seen { texts, picture, window } = self;
        TimelineStill { texts, title, picture, index, window: *window, colours }
    }
}
