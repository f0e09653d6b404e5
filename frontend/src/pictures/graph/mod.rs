//! The graph at one place as an SVG file: nodes, lines, what the key holds, what each service does, what flies.

mod column;
mod edges;
mod flights;
mod hubs;
mod ring;
mod service;
#[cfg(test)]
mod tests;

use super::colours::Colours;
use super::lettering::{Anchor, Face, Letters};
use super::svg::{Paint, Svg};
use crate::run::Picture;
use crate::stage::flights::Flight;
use crate::stage::layout::MOST_DRAWN;
use crate::stage::still::{KeyStill, ServiceStill, cast, last_published};
use crate::stage::{Layout, Point, Rect, Size, Spread, words};
use crate::texts::{Texts, clock, fill};

/// The room for the graph, as it is on a usual screen: a picture is for a page or a slide, whoever makes it.
const ROOM: Size = Size::new(1164.0, 660.0);
/// The strip with the title.
const STRIP: f64 = 44.0;

/// What the graph's picture is made from.
pub struct GraphStill<'a> {
    /// The reader's words.
    pub texts: &'a Texts,
    /// The scenario's name.
    pub scenario: &'a str,
    /// The still of the run.
    pub picture: &'a Picture,
    /// What flies.
    pub flights: &'a [Flight],
    /// The theme's colours.
    pub colours: &'a Colours,
}

/// What the parts of the picture share.
struct Drawing<'a> {
    still: &'a GraphStill<'a>,
    layout: Layout,
    services: Vec<ServiceStill>,
    svg: Svg,
}

/// The picture.
pub fn graph(still: &GraphStill<'_>) -> String {
    let services = ServiceStill::all(still.picture, MOST_DRAWN);
    let layout = Layout::of(&cast(still.picture, &services), ROOM, Spread::Wide);
    let title = title(still.texts, still.scenario, still.picture);
    let size = Size::new(layout.size.width, layout.size.height + STRIP);
    let language = still.texts.language.html_lang();
    let svg = Svg::new(size, still.colours.ground, language, &title, &description(still, &services));
    let mut drawing = Drawing { still, layout, services, svg };
    drawing.strip(&title, size.width);
    drawing.svg.group_at(0.0, STRIP);
    drawing.edges();
    drawing.hubs();
    drawing.each_service();
    drawing.flights();
    drawing.svg.end_group();
    drawing.svg.finish()
}

/// What is seen, and when.
pub fn title(texts: &Texts, scenario: &str, picture: &Picture) -> String {
    let said = &texts.export;
    let pattern = if picture.is_live() { said.picture_title_live } else { said.picture_title };
    fill(pattern, &[("scenario", scenario), ("time", &clock(picture.view.place.at))])
}

/// The graph in words: the same that a screen reader is told of the nodes.
fn description(still: &GraphStill<'_>, services: &[ServiceStill]) -> String {
    let texts = still.texts;
    let published = words::published(texts, still.picture.view.totals.published);
    let mut said = vec![fill(texts.stage.publisher_said, &[("published", &published)])];
    said.push(match KeyStill::of(still.picture) {
        None => fill(texts.stage.broker_empty_said, &[("key", words::KEY)]),
        Some(held) => {
            let (state, set) = (held.state.as_str(), words::set_by(texts, &held));
            fill(texts.stage.broker_said, &[("key", words::KEY), ("state", state), ("set", &set)])
        }
    });
    said.extend(services.iter().map(|service| words::service_name(texts, service)));
    said.join(" ")
}

impl Drawing<'_> {
    /// The title above the graph.
    fn strip(&mut self, title: &str, width: f64) {
        let colours = self.still.colours;
        let about = self.still.texts.common.page_title;
        let name = Letters::new(13.0, Face::Sans, colours.soft).anchored(Anchor::End);
        self.svg.text(Point::new(width - 18.0, 27.0), &name, about);
        let letters = Letters::new(17.0, Face::Bold, colours.ink);
        let title = letters.cut(title, width - 54.0 - name.width(about));
        self.svg.text(Point::new(18.0, 28.0), &letters, &title);
        let line = Rect::at(0.0, STRIP - 1.0, Size::new(width, 1.0));
        self.svg.rect(&line, 0.0, &Paint::filled(colours.line));
        let left_out = self.still.picture.view.present().count() - self.services.len();
        if left_out > 0 {
            let count = self.still.texts.number(left_out as u64);
            let note = fill(self.still.texts.stage.not_drawn, &[("count", &count)]);
            let letters = Letters::new(13.0, Face::Sans, colours.soft).anchored(Anchor::End);
            let at = Point::new(width - 18.0, self.layout.size.height + STRIP - 10.0);
            self.svg.text(at, &letters, &note);
        }
    }

    /// A letter's size on the stage, times `scale`.
    fn letters(&self, scale: f64) -> f64 {
        self.layout.letter * scale
    }
}
