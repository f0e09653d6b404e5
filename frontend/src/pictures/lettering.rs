//! Letters in a picture: how wide a text is, about, and how it is cut or broken where there is no room. A file is opened
//! with other fonts than the page, so that nothing is measured: the estimates are a little too wide.

use super::colours::Colour;

/// How letters look.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// Their size, in pixels.
    pub size: f64,
    /// Their shape.
    pub face: Face,
    /// Their colour.
    pub colour: Colour,
    /// Where their place is.
    pub anchor: Anchor,
}

/// The shape of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The page's own.
    Sans,
    /// The same, bold.
    Bold,
    /// Names of states and keys.
    Code,
}

/// Which end of a text its place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// As SVG calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

impl Letters {
    /// Letters that begin at their place.
    pub fn new(size: f64, face: Face, colour: Colour) -> Letters {
        Letters { size, face, colour, anchor: Anchor::Start }
    }

    /// The same with another end at their place.
    pub fn anchored(self, anchor: Anchor) -> Letters {
        Letters { anchor, ..self }
    }

    pub(super) fn weight(&self) -> &'static str {
        match self.face {
            Face::Sans => "400",
            Face::Bold => "700",
            Face::Code => "600",
        }
    }

    /// How wide `text` is, about.
    pub fn width(&self, text: &str) -> f64 {
        text.chars().map(|letter| self.letter(letter)).sum::<f64>() * self.size
    }

    fn letter(&self, letter: char) -> f64 {
        let sans = match letter {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | ' ' => 0.36,
            'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.92,
            'A'..='Z' => 0.7,
            _ if !letter.is_ascii() => 0.9,
            _ => 0.59,
        };
        match self.face {
            Face::Code => 0.61,
            Face::Sans => sans,
            Face::Bold => sans * 1.08,
        }
    }

    /// As much of `text` as there is room for; what is cut off is seen to be.
    pub fn cut(&self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let mut left = room - self.letter('…') * self.size;
        let kept = text.chars().take_while(|&letter| {
            left -= self.letter(letter) * self.size;
            left >= 0.0
        });
        let mut cut: String = kept.collect();
        cut.push('…');
        cut
    }

    /// `text` in lines that have room, `most` at the most.
    pub fn broken(&self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if self.width(&[line.as_str(), " ", word].concat()) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        if lines.len() > most {
            let rest = lines.split_off(most.saturating_sub(1)).join(" ");
            lines.push(rest);
        }
        lines.iter().map(|line| self.cut(line, room)).collect()
    }
}

/// As much of a name as there is room for: its end is kept, where numbered names differ.
pub fn ending(letters: &Letters, name: &str, room: f64) -> String {
    const KEPT: usize = 4;
    let end = name.len().saturating_sub(KEPT);
    if letters.width(name) <= room || end < KEPT || !name.is_char_boundary(end) {
        return letters.cut(name, room);
    }
    let mut shown = letters.cut(&name[..end], room - letters.width(&name[end..]));
    shown.push_str(&name[end..]);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS: Letters =
        Letters { size: 10.0, face: Face::Code, colour: Colour(0, 0, 0), anchor: Anchor::Start };

    #[test]
    fn a_text_is_cut_where_its_room_ends() {
        assert_eq!(LETTERS.cut("ORDER", 31.0), "ORDER");
        assert_eq!(LETTERS.cut("ORDERS", 31.0), "ORDE…");
        assert_eq!(LETTERS.cut("ORDERS", 0.0), "…");
    }

    #[test]
    fn of_a_long_name_the_end_is_kept() {
        assert_eq!(ending(&LETTERS, "WAREHOUSE_0012", 61.1), "WAREH…0012");
        assert_eq!(ending(&LETTERS, "ORDER", 100.0), "ORDER");
    }

    #[test]
    fn a_text_is_broken_between_words() {
        assert_eq!(LETTERS.broken("one two three", 60.0, 5), ["one two", "three"]);
        assert_eq!(LETTERS.broken("one two three four", 50.0, 2), ["one two", "three f…"]);
        assert!(LETTERS.broken("", 50.0, 2).is_empty());
    }
}
