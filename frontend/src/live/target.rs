//! Which bridge a person wants, and as whom: what is typed in the panel, and what comes of it. Knows no browser.

use protocol::{Label, LabelError, Token};

use super::address::{Address, AddressError};
use super::remembered::Remembered;

/// Which bridge a person wants, and as whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Where it is.
    pub address: Address,
    /// What others are told who set a state.
    pub label: Option<Label>,
    /// The secret that the bridge may ask for. It is in no storage, and in no message but the greeting.
    pub token: Option<Token>,
}

/// What is typed in the panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The address.
    pub address: String,
    /// The label.
    pub label: String,
    /// The token.
    pub token: String,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wrong {
    /// With the address.
    pub address: Option<AddressError>,
    /// With the label.
    pub label: Option<LabelError>,
}

impl Typed {
    /// What stands in the panel when it is opened.
    pub fn of(remembered: &Remembered) -> Typed {
        Typed {
            address: remembered.address.to_string(),
            label: remembered.label.as_ref().map_or("", Label::as_str).to_owned(),
            token: String::new(),
        }
    }

    /// The bridge that is meant.
    ///
    /// # Errors
    ///
    /// All that is wrong with what was typed.
    pub fn target(&self) -> Result<Target, Wrong> {
        match (Address::parse(&self.address), Label::parse(self.label.trim())) {
            (Ok(address), Ok(label)) => {
                let token = Some(self.token.trim()).filter(|token| !token.is_empty()).map(Token::new);
                Ok(Target { address, label, token })
            }
            (address, label) => Err(Wrong { address: address.err(), label: label.err() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_a_target() {
        let typed =
            Typed { address: "localhost:3000".into(), label: " Budi ".into(), token: " secret\n".into() };
        let target = typed.target().expect("nothing is wrong");
        assert_eq!(target.address.as_str(), "ws://localhost:3000/ws");
        assert_eq!(target.label.as_ref().map(Label::as_str), Some("Budi"));
        assert_eq!(target.token.as_ref().map(Token::reveal), Some("secret"));
        let bare =
            Typed { label: " ".into(), token: " ".into(), ..typed }.target().expect("nothing is wrong");
        assert_eq!((bare.label, bare.token), (None, None));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let typed = Typed { label: "a".repeat(33), ..Typed::default() };
        let wrong = Wrong { address: Some(AddressError::Empty), label: Some(LabelError::TooLong) };
        assert_eq!(typed.target(), Err(wrong));
    }

    #[test]
    fn a_token_shows_itself_to_nobody() {
        let typed = Typed { address: "localhost".into(), token: "secret".into(), ..Typed::default() };
        assert!(!format!("{:?}", typed.target()).contains("secret"));
    }
}
