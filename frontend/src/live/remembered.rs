//! What is remembered of the last bridge, for the next visit: where it is, and by which label the person is known
//! there. The token never. Knows no browser.

use protocol::Label;

use super::address::Address;

/// The first line: what it is, and in which version.
const FIRST_LINE: &str = "event-pattern-lab bridge 1";

/// What is remembered of the last bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// Where it is.
    pub address: Address,
    /// What others are told who set a state, where the person has said it.
    pub label: Option<Label>,
}

impl Remembered {
    /// As it is kept.
    pub fn to_text(&self) -> String {
        [FIRST_LINE, self.address.as_str(), self.label.as_ref().map_or("", Label::as_str)].join("\n")
    }

    /// Reads what was kept; none if it is garbage.
    pub fn from_text(text: &str) -> Option<Remembered> {
        let mut lines = text.split('\n');
        let (first, address, label) = (lines.next()?, lines.next()?, lines.next()?);
        if first != FIRST_LINE || lines.next().is_some() {
            return None;
        }
        Some(Remembered { address: Address::parse(address).ok()?, label: Label::parse(label).ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_garbage_is_garbage() {
        for label in ["", "Budi", "Citra & <b>Doni</b>"] {
            let remembered = Remembered {
                address: Address::of_this_machine(),
                label: Label::parse(label).expect("it can be a label"),
            };
            assert_eq!(Remembered::from_text(&remembered.to_text()), Some(remembered));
        }
        let text = "event-pattern-lab bridge 1\nws://127.0.0.1:3000/ws\nBudi";
        assert!(Remembered::from_text(text).is_some());
        for garbage in
            ["", "{}", &text.replace(" 1", " 2"), &text.replace("ws:", "ftp:"), &(text.to_owned() + "\nmore")]
        {
            assert_eq!(Remembered::from_text(garbage), None, "{garbage}");
        }
        assert_eq!(Remembered::from_text(&text.replace("Budi", &"a".repeat(33))), None);
    }
}
