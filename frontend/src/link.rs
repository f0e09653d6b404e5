//! What a link to the page can say: `?scenario=listed&lang=id&theme=dark&speed=10&lab`. Few parameters, each with a
//! control in the page; a bad value is named and the default is taken. Knows no browser.

use event_pattern::scenario::BuiltIn;

use crate::preferences::{Lab, Motion, Preferences, Theme, Timeline};
use crate::run::Speed;
use crate::texts::Language;

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// `scenario=listed`.
    pub scenario: Option<BuiltIn>,
    /// `lang=id`.
    pub language: Option<Language>,
    /// `theme=dark`.
    pub theme: Option<Theme>,
    /// `motion=less`.
    pub motion: Option<Motion>,
    /// `speed=10`.
    pub speed: Option<Speed>,
    /// `lab`, `lab=open`, `lab=closed`, or `#lab`.
    pub lab: Option<Lab>,
    /// `timeline=folded`.
    pub timeline: Option<Timeline>,
    /// Parameters that the page knows, with values that it does not.
    pub bad: Vec<BadParameter>,
}

/// A parameter that the page knows, with a value that it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadParameter {
    /// The parameter.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// A longer value is cut in a warning.
const LONGEST_QUOTE: usize = 40;

impl Link {
    /// Reads a link, which says by `parameter` what value it gives to one, and its fragment (without `#`). What the page
    /// does not know is left to others: hosts and mail programs add parameters of their own.
    pub fn read(parameter: impl Fn(&str) -> Option<String>, fragment: &str) -> Link {
        let mut link = Link::default();
        let lab = |value: &str| if value.is_empty() { Some(Lab::Open) } else { Lab::from_code(value) };
        link.scenario = link.take("scenario", &parameter, BuiltIn::by_name);
        link.language = link.take("lang", &parameter, Language::from_code);
        link.theme = link.take("theme", &parameter, Theme::from_code);
        link.motion = link.take("motion", &parameter, Motion::from_code);
        link.speed = link.take("speed", &parameter, Speed::from_code);
        link.timeline = link.take("timeline", &parameter, Timeline::from_code);
        link.lab = link.take("lab", &parameter, lab).or((fragment == "lab").then_some(Lab::Open));
        link
    }

    fn take<T>(
        &mut self,
        name: &'static str,
        parameter: &dyn Fn(&str) -> Option<String>,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = parameter(name)?;
        let taken = read(&value);
        if taken.is_none() {
            self.name_bad(name, &value);
        }
        taken
    }

    fn name_bad(&mut self, name: &'static str, value: &str) {
        let value = value.chars().take(LONGEST_QUOTE).collect();
        self.bad.push(BadParameter { name, value });
    }

    /// The preferences with which the page opens: the link's, where it says something.
    pub fn apply(&self, mut liked: Preferences) -> Preferences {
        liked.language = self.language.unwrap_or(liked.language);
        liked.theme = self.theme.unwrap_or(liked.theme);
        liked.motion = self.motion.unwrap_or(liked.motion);
        liked.lab = self.lab.unwrap_or(liked.lab);
        liked.timeline = self.timeline.unwrap_or(liked.timeline);
        liked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parameters: &[(&str, &str)], fragment: &str) -> Link {
        let value =
            |wanted: &str| parameters.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
        Link::read(|wanted| value(wanted).map(str::to_owned), fragment)
    }

    #[test]
    fn a_teachers_link_sets_the_page_up() {
        let link = read(&[("scenario", "listed"), ("lang", "id"), ("theme", "dark"), ("speed", "10")], "lab");
        assert_eq!(link.scenario, Some(BuiltIn::Listed));
        let opened = link.apply(Preferences::new(Language::En));
        assert_eq!((opened.language, opened.theme, opened.lab), (Language::Id, Theme::Dark, Lab::Open));
        assert_eq!(link.speed, Some(Speed(10.0)));
        assert!(link.bad.is_empty());
    }

    #[test]
    fn a_bad_value_is_named_and_the_default_is_taken() {
        let link = read(&[("speed", "3"), ("lang", "tlh"), ("utm_source", "mail"), ("lab", "maybe")], "");
        let bad: Vec<_> = link.bad.iter().map(|bad| (bad.name, bad.value.as_str())).collect();
        assert_eq!(bad, [("lang", "tlh"), ("speed", "3"), ("lab", "maybe")]);
        assert_eq!(link.apply(Preferences::new(Language::Id)), Preferences::new(Language::Id));
    }

    #[test]
    fn a_link_folds_the_timeline() {
        let opened = read(&[("timeline", "folded")], "").apply(Preferences::new(Language::En));
        assert_eq!(opened.timeline, Timeline::Folded);
    }

    #[test]
    fn the_lab_can_be_named_without_a_value() {
        assert_eq!(read(&[("lab", "")], "").lab, Some(Lab::Open));
        assert_eq!(read(&[], "").lab, None);
    }
}
