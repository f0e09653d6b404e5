//! The sizes as a table for people and as JSON for programs.

use super::first_load::{FirstLoad, Part, Size};
use std::fmt::Write;

/// What the first load may weigh, compressed: 150 KB, a KB being 1000 bytes.
const LIMIT: usize = 150_000;

/// The page and its yardstick.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) page: FirstLoad,
    pub(super) counter: FirstLoad,
}

impl Report {
    /// Markdown.
    pub(super) fn table(&self) -> String {
        let mut text = "\
            The first load in bytes: bodies only, brotli at quality 11.\n\n\
            | part | page, raw | page, brotli | Yew counter, raw | Yew counter, brotli |\n\
            |---|---:|---:|---:|---:|\n"
            .to_owned();
        for part in Part::ALL {
            text += &row(part.name(), self.page.part(part), self.counter.part(part));
        }
        text += &row("**total**", self.page.total(), self.counter.total());
        let total = self.page.total().brotli;
        let verdict = if total <= LIMIT { "reached" } else { "MISSED" };
        let _ = write!(
            text,
            "\nThe page is {:.2} times the counter, compressed. Limit of 150 KB (1 KB = 1000 bytes): {verdict}, with \
             {:.1} KB.\n",
            self.ratio(),
            kilobytes(total),
        );
        text += "\nWhat comes later, once a person has done something; the lanes at once where there is room for them:\n\n| chunk | raw | brotli |\n|---|---:|---:|\n";
        let mut later = Size::default();
        for (name, size) in self.page.chunks() {
            later = later + size;
            text += &chunk_row(name, size);
        }
        text + &chunk_row("**total**", later)
    }

    /// The same figures, in bytes.
    pub(super) fn json(&self) -> String {
        format!(
            "{{\n  \"page\": {},\n  \"later\": {},\n  \"counter\": {},\n  \"ratio\": {:.4},\n  \"limit\": {LIMIT},\n  \"reached\": {}\n}}\n",
            json_of(&self.page),
            fields(self.page.chunks()),
            json_of(&self.counter),
            self.ratio(),
            self.page.total().brotli <= LIMIT,
        )
    }

    fn ratio(&self) -> f64 {
        kilobytes(self.page.total().brotli) / kilobytes(self.counter.total().brotli)
    }
}

fn row(name: &str, page: Size, counter: Size) -> String {
    format!(
        "| {name} | {} | {} | {} | {} |\n",
        grouped(page.raw),
        grouped(page.brotli),
        grouped(counter.raw),
        grouped(counter.brotli)
    )
}

fn chunk_row(name: &str, size: Size) -> String {
    format!("| {name} | {} | {} |\n", grouped(size.raw), grouped(size.brotli))
}

fn json_of(load: &FirstLoad) -> String {
    let parts = Part::ALL.map(|part| (part.name(), load.part(part)));
    fields(parts.into_iter().chain([("total", load.total())]))
}

fn fields<'a>(sizes: impl Iterator<Item = (&'a str, Size)>) -> String {
    let fields: Vec<String> = sizes
        .map(|(name, size)| {
            format!("    \"{name}\": {{ \"raw\": {}, \"brotli\": {} }}", size.raw, size.brotli)
        })
        .collect();
    format!("{{\n{}\n  }}", fields.join(",\n"))
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// 1,234,567: a reader should not have to count digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn the_verdict_follows_the_total() {
        let of = |brotli| FirstLoad::with(Part::Wasm, Size { raw: 2 * brotli, brotli });
        let verdict = |brotli| Report { page: of(brotli), counter: of(50_000) }.table();
        assert!(verdict(LIMIT).contains("3.00 times") && verdict(LIMIT).contains("reached, with 150.0 KB"));
        assert!(verdict(LIMIT + 100).contains("MISSED, with 150.1 KB"));
        assert!(verdict(50_000).contains("| lab | 100,000 | 50,000 |\n| **total** | 100,000 | 50,000 |\n"));
    }
}
