//! Writes SVG, one element after the other, every text escaped. Knows nothing of what is drawn.

use super::colours::Colour;
use super::lettering::{Face, Letters};
use crate::decimals::tenths;
use crate::stage::{Point, Rect, Size};

/// A picture that is being written.
pub struct Svg(String);

/// How a shape is painted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paint {
    /// Its filling.
    pub fill: Option<Colour>,
    /// Its outline, and how thick that is.
    pub stroke: Option<(Colour, f64)>,
    /// An outline of dashes: how long they and the gaps are.
    pub dash: &'static str,
    /// How much of it is seen, 0 to 1; 0 says nothing of it, and all is seen.
    pub seen: f64,
}

impl Paint {
    /// Only a filling.
    pub fn filled(fill: Colour) -> Paint {
        Paint { fill: Some(fill), ..Paint::default() }
    }

    /// Only an outline.
    pub fn drawn(stroke: Colour, thick: f64) -> Paint {
        Paint { stroke: Some((stroke, thick)), ..Paint::default() }
    }

    /// The same in dashes.
    pub fn dashed(self, dash: &'static str) -> Paint {
        Paint { dash, ..self }
    }
}

impl Svg {
    /// A picture of `size` on `ground`, with the words for whoever cannot see it.
    pub fn new(size: Size, ground: Colour, language: &str, title: &str, description: &str) -> Svg {
        let (width, height) = (tenths(size.width), tenths(size.height));
        let mut out = String::with_capacity(16_384);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
        out.push_str(&format!(" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\""));
        out.push_str(" role=\"img\" aria-labelledby=\"title\" aria-describedby=\"description\" xml:lang=\"");
        out.push_str(language);
        out.push_str("\">\n<title id=\"title\">");
        escape(title, &mut out);
        out.push_str("</title>\n<desc id=\"description\">");
        escape(description, &mut out);
        out.push_str("</desc>\n");
        let mut svg = Svg(out);
        svg.rect(&Rect::at(0.0, 0.0, size), 0.0, &Paint::filled(ground));
        svg
    }

    /// The whole picture.
    pub fn finish(mut self) -> String {
        self.0.push_str("</svg>\n");
        self.0
    }

    /// What is drawn until [`Svg::end_group`] lies so far to the right and down.
    pub fn group_at(&mut self, x: f64, y: f64) {
        self.0.push_str(&format!("<g transform=\"translate({} {})\">\n", tenths(x), tenths(y)));
    }

    /// What is drawn until [`Svg::end_group`] belongs together and is called `name`.
    pub fn group(&mut self, name: &str) {
        self.0.push_str("<g aria-label=\"");
        escape(name, &mut self.0);
        self.0.push_str("\">\n");
    }

    /// Ends the last group.
    pub fn end_group(&mut self) {
        self.0.push_str("</g>\n");
    }

    /// A box with rounded corners.
    pub fn rect(&mut self, rect: &Rect, radius: f64, paint: &Paint) {
        self.open("rect");
        let places = [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)];
        for (name, value) in places {
            self.number(name, value);
        }
        if radius > 0.0 {
            self.number("rx", radius);
        }
        self.paint(paint);
    }

    /// A disc.
    pub fn circle(&mut self, middle: Point, radius: f64, paint: &Paint) {
        self.open("circle");
        for (name, value) in [("cx", middle.x), ("cy", middle.y), ("r", radius)] {
            self.number(name, value);
        }
        self.paint(paint);
    }

    /// A path.
    pub fn path(&mut self, d: &str, paint: &Paint) {
        self.open("path");
        self.0.push_str(" d=\"");
        self.0.push_str(d);
        self.0.push_str("\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
        self.paint(paint);
    }

    /// A path of another scale, as icons are: its own origin lies at `corner`.
    pub fn scaled_path(&mut self, d: &str, corner: Point, scale: f64, paint: &Paint) {
        let (x, y) = (tenths(corner.x), tenths(corner.y));
        self.0.push_str(&format!("<g transform=\"translate({x} {y}) scale({scale:.3})\">\n"));
        self.path(d, paint);
        self.end_group();
    }

    /// One line of text, from its base line.
    pub fn text(&mut self, at: Point, letters: &Letters, text: &str) {
        if text.is_empty() {
            return;
        }
        self.open("text");
        self.number("x", at.x);
        self.number("y", at.y);
        self.number("font-size", letters.size);
        self.0.push_str(&format!(" fill=\"{}\" font-weight=\"{}\"", letters.colour, letters.weight()));
        let families = match letters.face {
            Face::Sans | Face::Bold => {
                "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
            }
            Face::Code => "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
        };
        self.0.push_str(&format!(" font-family=\"{families}\" text-anchor=\"{}\"", letters.anchor.name()));
        self.0.push('>');
        escape(text, &mut self.0);
        self.0.push_str("</text>\n");
    }

    fn open(&mut self, name: &str) {
        self.0.push('<');
        self.0.push_str(name);
    }

    fn number(&mut self, name: &str, value: f64) {
        self.0.push_str(&format!(" {name}=\"{}\"", tenths(value)));
    }

    fn paint(&mut self, paint: &Paint) {
        match paint.fill {
            Some(fill) => self.0.push_str(&format!(" fill=\"{fill}\"")),
            None => self.0.push_str(" fill=\"none\""),
        }
        if let Some((stroke, thick)) = paint.stroke {
            self.0.push_str(&format!(" stroke=\"{stroke}\" stroke-width=\"{}\"", tenths(thick)));
        }
        if !paint.dash.is_empty() {
            self.0.push_str(&format!(" stroke-dasharray=\"{}\"", paint.dash));
        }
        if paint.seen > 0.0 && paint.seen < 1.0 {
            self.number("opacity", paint.seen);
        }
        self.0.push_str("/>\n");
    }
}

/// Appends foreign text so that nothing of it is taken for markup, and without what XML cannot hold at all.
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            plain => out.push(plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_stays_text() {
        let mut out = String::new();
        escape("<b title=\"&\">\u{1b}\u{0}\n]]></b>é", &mut out);
        assert_eq!(out, "&lt;b title=&quot;&amp;&quot;&gt;\u{fffd}\u{fffd} ]]&gt;&lt;/b&gt;é");
    }
}
