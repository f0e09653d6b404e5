//! The timeline as an SVG file: the same lanes as on the page, each with its name, and the place that is looked at.

mod bars;
mod marks;
#[cfg(test)]
mod tests;

use event_pattern::trace::{ReadRun, ServiceId, StateId};
use event_pattern::{Span, Time};

use super::colours::{Colour, Colours};
use super::lettering::{Anchor, Face, Letters};
use super::svg::{Paint, Svg};
use crate::run::Picture;
use crate::stage::{Point, Rect, Size};
use crate::state::Node;
use crate::texts::{Texts, clock, fill};
use crate::timeline::{Fill, Index, Lanes, Row, Scene, Window, axis};

/// As wide as the graph's picture.
const WIDTH: f64 = 1_164.0;
/// The width of the names.
const LABEL: f64 = 128.0;
/// Room right of the time.
const EDGE: f64 = 18.0;
/// From lane to lane.
const PITCH: f64 = 26.0;
/// The strip with the title, and the room below it.
const TOP: f64 = 56.0;
/// The axis below.
const AXIS: f64 = 30.0;
/// The most lanes; a note counts the others.
const MOST: usize = 400;
/// Reads that lie closer than this are not drawn one by one, in pixels.
const READS_APART: f64 = 4.0;
/// In a window with more entries than this nobody could tell reads apart.
const MOST_READ: usize = 20_000;

/// What the timeline's picture is made from.
pub struct TimelineStill<'a> {
    /// The reader's words.
    pub texts: &'a Texts,
    /// What is seen, and when.
    pub title: &'a str,
    /// The still of the run.
    pub picture: &'a Picture,
    /// Which entries are whose.
    pub index: &'a Index,
    /// The part of the record that is shown.
    pub window: Window,
    /// The theme's colours.
    pub colours: &'a Colours,
}

/// What the parts of the picture share.
struct Drawing<'a> {
    still: &'a TimelineStill<'a>,
    svg: Svg,
}

/// The picture on its way, lane by lane: those of a long run take longer together than a page may stand still.
pub struct LaneByLane<'a> {
    drawing: Drawing<'a>,
    scene: Scene<'a>,
    reads: Vec<ReadRun>,
    nodes: Vec<Node>,
    /// How many of them are drawn.
    drawn: usize,
    left_out: usize,
}

/// The picture.
pub fn timeline(still: &TimelineStill<'_>) -> String {
    let mut picture = LaneByLane::begin(still);
    while picture.draw_lane() {}
    picture.finish()
}

impl<'a> LaneByLane<'a> {
    /// A picture without its lanes.
    pub fn begin(still: &'a TimelineStill<'a>) -> LaneByLane<'a> {
        let lanes = Lanes::of(&still.picture.trace);
        let nodes: Vec<Node> =
            (0..lanes.count().min(MOST)).filter_map(|position| lanes.at(position)).collect();
        let bottom = TOP + PITCH * nodes.len() as f64;
        let size = Size::new(WIDTH, bottom + AXIS);
        let (from, to) = (clock(still.window.from), clock(still.window.to));
        let said = fill(still.texts.export.timeline_said, &[("from", &from), ("to", &to)]);
        let language = still.texts.language.html_lang();
        let svg = Svg::new(size, still.colours.surface, language, still.title, &said);
        let mut drawing = Drawing { still, svg };
        drawing.strip();
        drawing.axis(bottom);
        let (end, width) = (still.picture.recorded_until, WIDTH - LABEL - EDGE);
        let scene = Scene::new(&still.picture.trace, still.index, still.window, width, end);
        let reads = drawing.reads();
        let left_out = lanes.count() - nodes.len();
        LaneByLane { drawing, scene, reads, nodes, drawn: 0, left_out }
    }

    /// Draws the next lane; says whether there was one.
    pub fn draw_lane(&mut self) -> bool {
        let Some(&node) = self.nodes.get(self.drawn) else { return false };
        let row = self.scene.row(node);
        let name = self.drawing.name(node);
        self.drawing.svg.group(&name);
        self.drawing.lane(node, &row, TOP + PITCH * self.drawn as f64, &name, &self.reads);
        self.drawing.svg.end_group();
        self.drawn += 1;
        true
    }

    /// The picture with the lanes that are drawn.
    pub fn finish(mut self) -> String {
        let still = self.drawing.still;
        let bottom = TOP + PITCH * self.nodes.len() as f64;
        self.drawing.place(bottom);
        if self.left_out > 0 {
            let count = still.texts.number(self.left_out as u64);
            let note = fill(still.texts.stage.not_drawn, &[("count", &count)]);
            let letters = Letters::new(12.0, Face::Sans, still.colours.soft);
            self.drawing.svg.text(Point::new(8.0, bottom + 16.0), &letters, &note);
        }
        self.drawing.svg.finish()
    }
}

impl Drawing<'_> {
    fn colours(&self) -> &Colours {
        self.still.colours
    }

    fn state(&self, state: StateId) -> Colour {
        self.colours().state(self.still.picture.trace.names().state(state).as_str())
    }

    /// Where an instant lies.
    fn x(&self, at: Time) -> f64 {
        LABEL + self.still.window.share(at) * (WIDTH - LABEL - EDGE)
    }

    fn strip(&mut self) {
        let (ink, soft, line) = (self.colours().ink, self.colours().soft, self.colours().line);
        let letters = Letters::new(17.0, Face::Bold, ink);
        let about = self.still.texts.common.page_title;
        let beside = Letters::new(13.0, Face::Sans, soft).anchored(Anchor::End);
        let title = letters.cut(self.still.title, WIDTH - 54.0 - beside.width(about));
        self.svg.text(Point::new(18.0, 28.0), &letters, &title);
        self.svg.text(Point::new(WIDTH - 18.0, 27.0), &beside, about);
        self.svg.rect(&Rect::at(0.0, 43.0, Size::new(WIDTH, 1.0)), 0.0, &Paint::filled(line));
    }

    fn axis(&mut self, bottom: f64) {
        let (soft, line) = (self.colours().soft, self.colours().line);
        let letters = Letters::new(11.5, Face::Code, soft).anchored(Anchor::Middle);
        for (at, label) in axis::marks(self.still.window, 10) {
            let x = self.x(at);
            let high = Size::new(1.0, bottom - TOP + 8.0);
            self.svg.rect(&Rect::at(x - 0.5, TOP - 4.0, high), 0.0, &Paint::filled(line));
            let half = letters.width(&label) / 2.0;
            self.svg.text(Point::new(x.min(WIDTH - half - 2.0), bottom + 20.0), &letters, &label);
        }
    }

    fn name(&self, node: Node) -> String {
        let trace = &self.still.picture.trace;
        match node {
            Node::Publisher => self.still.texts.common.publisher.to_owned(),
            Node::Broker => self.still.texts.common.broker.to_owned(),
            Node::Service(id) => trace.names().service(id).last_name().as_str().to_owned(),
            Node::Receiver => {
                let receiver = trace.header().scenario.receiver.as_ref();
                receiver.map_or_else(String::new, |name| name.as_str().to_owned())
            }
        }
    }

    fn lane(&mut self, node: Node, row: &Row, y: f64, name: &str, reads: &[ReadRun]) {
        let letters = Letters::new(13.0, Face::Bold, self.colours().ink);
        let shown = letters.cut(name, LABEL - 24.0);
        self.svg.text(Point::new(10.0, y + PITCH / 2.0 + 4.5), &letters, &shown);
        for bar in &row.bars {
            self.bar(bar, y);
        }
        if let Node::Service(id) = node {
            self.looks(reads, id, y);
        }
        for mark in &row.marks {
            self.mark(mark, y);
        }
    }

    /// The reads that led to nothing, where they can be told apart.
    fn reads(&self) -> Vec<ReadRun> {
        let (trace, window) = (&self.still.picture.trace, self.still.window);
        if trace.count_through(window.to) - trace.count_before(window.from) > MOST_READ {
            return Vec::new();
        }
        let end = window.to.min(self.still.picture.recorded_until);
        trace.idle_reads_from(&trace.view_at(trace.place_after(end)), window.from)
    }

    fn looks(&mut self, reads: &[ReadRun], service: ServiceId, y: f64) {
        let window = self.still.window;
        let pixel = window.span().as_micros() as f64 / (WIDTH - LABEL - EDGE);
        let told_apart = |run: &&ReadRun| run.interval.as_micros() as f64 >= READS_APART * pixel;
        let end = window.to.min(self.still.picture.recorded_until);
        let mut ticks = String::new();
        for run in reads.iter().filter(|run| run.service == service).filter(told_apart) {
            for number in run.count_before(window.from)..run.count_through(end) {
                let at = run.first + Span::from_micros(run.interval.as_micros() * number);
                let (x, top) = (self.x(at), y + PITCH / 2.0 - 4.0);
                ticks.push_str(&format!("M{x:.1} {top:.1}v8"));
            }
        }
        if !ticks.is_empty() {
            let soft = self.colours().soft.over(self.colours().surface, 0.75);
            self.svg.path(&ticks, &Paint::drawn(soft, 1.5));
        }
    }

    /// The place that is looked at; what is recorded beyond it is paler.
    fn place(&mut self, bottom: f64) {
        let at = self.still.picture.view.place.at;
        let (accent, surface) = (self.colours().accent, self.colours().surface);
        let right = self.x(self.still.picture.recorded_until).min(WIDTH - EDGE);
        let x = self.x(at).max(LABEL);
        if right > x {
            let veil = Rect::at(x, TOP, Size::new(right - x, bottom - TOP));
            self.svg.rect(&veil, 0.0, &Paint { seen: 0.6, ..Paint::filled(surface) });
        }
        if self.still.window.holds(at) {
            let line = Rect::at(x - 1.0, TOP - 8.0, Size::new(2.0, bottom - TOP + 10.0));
            self.svg.rect(&line, 0.0, &Paint::filled(accent));
            let head =
                format!("M{:.1} {1:.1}L{2:.1} {1:.1}L{3:.1} {4:.1}z", x - 6.0, TOP - 8.0, x + 6.0, x, TOP);
            self.svg.path(&head, &Paint::filled(accent));
        }
    }
}

/// Whether a lane's part has a state's own colour.
fn coloured(fill: Fill) -> Option<StateId> {
    match fill {
        Fill::Working(state) | Fill::Stopping(state) | Fill::Holds(state) => Some(state),
        _ => None,
    }
}
