//! The picture of the timeline, from the run as it is at the press of the button.

use std::rc::Rc;

use super::choices::Chosen;
use super::words::shown;
use crate::components::scenarios::name_of;
use crate::pictures::{TimelineStill, graph, timeline};
use crate::run::Picture;
use crate::shell::{Conductor, breathe, theme};
use crate::texts::Texts;
use crate::timeline::{Index, Window};

/// How many entries are looked at before others are let.
const AT_ONCE: usize = 20_000;

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
        self.with(&index)
    }

    /// The picture, made so that nothing else waits for it.
    pub(super) async fn drawn_in_slices(self) -> Option<String> {
        let mut index = Index::default();
        index.follow(&self.picture);
        while index.taken() < self.picture.trace.len() {
            index.take_in(&self.picture.trace, AT_ONCE);
            breathe().await;
        }
        self.with(&index)
    }

    fn with(&self, index: &Index) -> Option<String> {
        let colours = theme::colours()?;
        let (texts, picture) = (self.texts, &*self.picture);
        let title = graph::title(texts, name_of(&texts.scenario_names, &picture.origin), picture);
        let still =
            TimelineStill { texts, title: &title, picture, index, window: self.window, colours: &colours };
        Some(timeline(&still))
    }
}
