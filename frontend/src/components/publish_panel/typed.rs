//! A state that a person types. Knows no browser and no words.

use event_pattern::{State, StateError};

/// What was typed so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    text: String,
    stage: Stage,
}

/// How far what was typed has come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Stage {
    /// It is being typed.
    #[default]
    Typing,
    /// The person has tried to publish it as it stands: only then an empty field is an error.
    Tried,
    /// It was published: what it would be is no news any more.
    Published,
}

/// What can be said of what was typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Nothing yet.
    Nothing,
    /// It is no state.
    Wrong(StateError),
    /// It is this state, upper-cased as the tutorial's publisher does it.
    State(State),
}

impl Typed {
    /// The text after another key.
    pub fn retyped(text: String) -> Typed {
        Typed { text, stage: Stage::Typing }
    }

    /// The same text, once it has been published.
    pub fn published(&self) -> Typed {
        Typed { stage: Stage::Published, ..self.clone() }
    }

    /// What is left when another state was published: an empty field is no error then.
    pub fn after_another(&self) -> Typed {
        if self.text.trim().is_empty() { Typed::default() } else { self.clone() }
    }

    /// The text, exactly as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What can be said of it.
    pub fn verdict(&self) -> Verdict {
        match State::parse(self.text.trim()) {
            Ok(_) if self.stage == Stage::Published => Verdict::Nothing,
            Ok(state) => Verdict::State(state),
            Err(StateError::Empty) if self.stage != Stage::Tried => Verdict::Nothing,
            Err(error) => Verdict::Wrong(error),
        }
    }

    /// The person wants it published: the state, or the same text with its error shown.
    ///
    /// # Errors
    ///
    /// The text is no state.
    pub fn publish(&self) -> Result<State, Typed> {
        let tried = Typed { stage: Stage::Tried, ..self.clone() };
        match tried.verdict() {
            Verdict::State(state) => Ok(state),
            _ => Err(tried),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_upper_cased_and_the_text_stays_as_it_was_typed() {
        let typed = Typed::retyped(" order_paid".to_owned());
        assert_eq!(typed.verdict(), Verdict::State(State::ORDER_PAID));
        assert_eq!(typed.publish(), Ok(State::ORDER_PAID));
        assert_eq!(typed.text(), " order_paid");
    }

    #[test]
    fn an_empty_field_is_an_error_only_when_it_is_to_be_published() {
        let typed = Typed::default();
        assert_eq!(typed.verdict(), Verdict::Nothing);
        let tried = typed.publish().unwrap_err();
        assert_eq!(tried.verdict(), Verdict::Wrong(StateError::Empty));
        assert_eq!(Typed::retyped(String::new()).verdict(), Verdict::Nothing);
        assert_eq!(tried.after_another().verdict(), Verdict::Nothing);
    }

    #[test]
    fn what_was_published_stays_in_the_field_without_a_hint_and_can_be_published_again() {
        let typed = Typed::retyped("order_paid".to_owned());
        assert_eq!(typed.after_another(), typed);
        let published = typed.published();
        assert_eq!((published.text(), published.verdict()), ("order_paid", Verdict::Nothing));
        assert_eq!(published.publish(), Ok(State::ORDER_PAID));
    }

    #[test]
    fn what_is_no_state_is_said_while_typing_and_never_lost() {
        let typed = Typed::retyped("order paid".to_owned());
        assert_eq!(typed.verdict(), Verdict::Wrong(StateError::BadCharacter(' ')));
        assert_eq!(typed.publish().unwrap_err().text(), "order paid");
    }
}
