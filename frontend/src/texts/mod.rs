//! Every text of the page, in every language. A text that one language lacks does not compile.
//!
//! One file per area of the page, one line in `areas!` below; a pattern names its places: `"{service} took {state}"`,
//! and [`fill`] fills them. Components get their texts from [`use_texts`], numbers and times from methods of [`Texts`].
//!
//! English comes with the part of the page that speaks it. Every other language comes as a whole, once somebody wants it;
//! until then [`Language::spoken`] is English.

#[macro_use]
mod table;
mod arrival;
pub mod branches;
pub mod charts;
pub mod common;
pub mod console;
mod context;
pub mod counters;
pub mod deeds;
pub mod export;
pub mod flowchart;
pub mod happening;
pub mod help;
pub mod inspector;
mod language;
pub mod link;
pub mod live;
pub mod live_run;
pub mod notices;
mod number;
pub mod page;
pub mod passage;
mod pattern;
pub mod problems;
mod pseudo;
pub mod publish;
pub mod scenario_names;
pub mod scenarios;
pub mod sentences;
pub mod stage;
pub mod story;
#[cfg(test)]
mod tests;
pub mod time_lab;
pub mod timeline;
pub mod until;

use arrival::whole;
use branches::BranchTexts;
use charts::ChartsTexts;
use common::CommonTexts;
use console::ConsoleTexts;
use counters::CounterTexts;
use deeds::DeedTexts;
use export::ExportTexts;
use flowchart::FlowchartTexts;
use happening::HappeningTexts;
use help::HelpTexts;
use inspector::InspectorTexts;
use link::LinkTexts;
use live::LiveTexts;
use live_run::LiveRunTexts;
use notices::NoticeTexts;
use page::PageTexts;
use passage::PassageTexts;
use problems::ProblemsTexts;
use publish::PublishTexts;
use scenario_names::ScenarioNames;
use scenarios::ScenariosTexts;
use sentences::SentenceTexts;
use stage::StageTexts;
use story::StoryTexts;
use time_lab::TimeLabTexts;
use timeline::TimelineTexts;
use until::UntilTexts;

pub use context::use_texts;
pub use language::Language;
pub use number::clock;
pub use pattern::{Part, counted, fill, parts};
pub use table::{Area, In};

areas! {
    /// The futures of a run.
    branches: BranchTexts;
    /// The numbers of a run over time.
    charts: ChartsTexts;
    /// Words that several areas share.
    common: CommonTexts;
    /// The console's own words.
    console: ConsoleTexts;
    /// What can be undone.
    deeds: DeedTexts;
    /// What leaves the page as a file.
    export: ExportTexts;
    /// The flowchart.
    flowchart: FlowchartTexts;
    /// Keys, help and settings.
    help: HelpTexts;
    /// The inspector.
    inspector: InspectorTexts;
    /// How the page stands to a bridge.
    link: LinkTexts;
    /// The panel of the link to a real Redis.
    live: LiveTexts;
    /// A live run.
    live_run: LiveRunTexts;
    /// Notices.
    notices: NoticeTexts;
    /// The page's frame.
    page: PageTexts;
    /// How time passes.
    passage: PassageTexts;
    /// Problems of files and of typed values.
    problems: ProblemsTexts;
    /// The publish panel.
    publish: PublishTexts;
    /// What the scenarios are called.
    scenario_names: ScenarioNames;
    /// The scenarios and their cards.
    scenarios: ScenariosTexts;
    /// The numbers of a run.
    counters: CounterTexts;
    /// What is happening.
    happening: HappeningTexts;
    /// Sentences about what happened.
    sentences: SentenceTexts;
    /// The stage: the graph's nodes.
    stage: StageTexts;
    /// What has happened.
    story: StoryTexts;
    /// The panel below the timeline.
    time_lab: TimeLabTexts;
    /// The timeline's lanes.
    timeline: TimelineTexts;
    /// What a run is run until.
    until: UntilTexts;
}

impl Texts {
    /// The texts in `language`.
    pub fn of(language: Language) -> &'static Texts {
        static ALL: [Texts; 5] = {
            let [one, two, three, four, five] = Language::ALL;
            [Texts::new(one), Texts::new(two), Texts::new(three), Texts::new(four), Texts::new(five)]
        };
        &ALL[language as usize]
    }
}
