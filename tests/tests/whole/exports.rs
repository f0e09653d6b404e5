//! What leaves the page as a file, read by the programs that it is meant for.

use anyhow::{Context, Result};
use tests::page::id;
use tests::visit::{Language, Scheme, Size};
use tests::{Page, Visit, readers, visit, wait};
use thirtyfour::Key;

/// A run in which something was published and taken, standing still.
async fn run(page: &Page) -> Result<()> {
    page.publish("TRANSACTION_PAID").await?;
    page.service("ORDER").until_it_is("working").await?;
    page.pause().await
}

#[test]
fn the_graph_is_an_svg_that_says_in_words_what_it_shows() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        let clock = page.text(&id("clock")).await?;
        let drawing = readers::svg(&page.export("graph.svg").await?)?;
        assert_eq!(drawing.title, format!("As the tutorial describes it, at {clock}"));
        assert!(drawing.description.contains("Service ORDER: working"), "{}", drawing.description);
        assert_eq!(drawing.language, "en");
        for text in ["ORDER", "INVOICE", "TRANSACTION_PAID", "Publisher", "Broker"] {
            assert!(drawing.texts.iter().any(|it| it == text), "{text}: {:?}", drawing.texts);
        }
        let foreign: Vec<_> = ["script", "image", "style", "foreignObject"]
            .into_iter()
            .filter(|name| drawing.elements.iter().any(|element| element == name))
            .collect();
        assert!(foreign.is_empty(), "a file that needs nothing else: {foreign:?}");
        Ok(())
    });
}

#[test]
fn the_dialog_is_found_in_the_time_lab_and_asks_for_a_part_only_where_there_is_one() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        page.open_time_tab("charts").await?;
        page.tab_to(&id("time-lab-export")).await?;
        page.press(Key::Enter).await?;
        wait::until("the export is there", async || page.shows(&id("export-save")).await).await?;
        for (file, parts) in [("graph.svg", 0), ("run.csv", 2), ("timeline.png", 0)] {
            page.click(&format!("[data-testid=export-format][value='{file}']")).await?;
            let choices = async || page.count(&id("export-extent")).await;
            wait::until_equal("parts to choose from", parts, choices).await?;
        }
        page.close_dialog().await?;
        wait::until("the focus is back", async || page.focus_is_on(&id("time-lab-export")).await).await
    });
}

#[test]
fn the_graph_speaks_the_readers_language_and_wears_the_theme_that_is_shown() {
    let visitor = Visit::new().language(Language::Indonesian).scheme(Scheme::Dark).size(Size::PHONE);
    visit(visitor, async |page| {
        run(page).await?;
        let path = page.export("graph.svg").await?;
        let drawing = readers::svg(&path)?;
        assert_eq!(drawing.language, "id");
        assert!(drawing.title.contains(", pada 00:"), "{}", drawing.title);
        let svg = std::fs::read_to_string(path)?;
        let ground = svg.split("fill=\"").nth(1).context("the ground has a colour")?;
        assert!(ground.starts_with("#0e1115"), "{}", &ground[..7]);
        Ok(())
    });
}

#[test]
fn the_graph_is_a_png_with_as_much_in_it() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        let (width, height, colours) = readers::png(&page.export("graph.png").await?)?;
        assert_eq!((width, height), (2 * 1_164, 2 * 704));
        assert!(colours > 100, "letters and lines are on it: {colours} colours");
        Ok(())
    });
}

#[test]
fn the_timeline_is_a_picture_with_a_lane_for_each() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        let drawing = readers::svg(&page.export("timeline.svg").await?)?;
        assert!(drawing.title.starts_with("As the tutorial describes it, at 00:"), "{}", drawing.title);
        for text in ["Publisher", "Broker", "ORDER", "INVOICE", "00:02"] {
            assert!(drawing.texts.iter().any(|it| it == text), "{text}: {:?}", drawing.texts);
        }
        let (width, height, colours) = readers::png(&page.export("timeline.png").await?)?;
        assert_eq!((width, height), (2 * 1_164, 2 * (56 + 4 * 26 + 30)));
        assert!(colours > 100, "lanes and letters are on it: {colours} colours");
        Ok(())
    });
}

#[test]
fn the_entries_are_json_lines_and_a_table_of_the_same_length() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        let lines = std::fs::read_to_string(page.export("run.jsonl").await?)?;
        let entries: Vec<serde_json::Value> =
            lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        let took = entries.iter().find(|entry| entry["kind"] == "work_started").context("ORDER took it")?;
        assert_eq!(took["actor"], "ORDER");
        let (names, rows) = readers::csv(&page.export("run.csv").await?)?;
        let column = |name: &str| names.iter().position(|it| it == name).context("a column");
        let kinds: Vec<&str> =
            rows.iter().map(|row| Ok(row[column("kind")?].as_str())).collect::<Result<_>>()?;
        let expected: Vec<&str> = entries.iter().filter_map(|entry| entry["kind"].as_str()).collect();
        assert_eq!(kinds, expected);
        let numbers = std::fs::read_to_string(page.export("numbers.json").await?)?;
        let numbers: serde_json::Value = serde_json::from_str(&numbers)?;
        assert_eq!(numbers["services"]["ORDER"]["works"], 1);
        Ok(())
    });
}

#[test]
fn of_a_run_that_is_looked_back_at_either_the_past_is_written_or_all_of_it() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        page.seek(0.0).await?;
        let rows = async |part: &str| -> Result<usize> {
            Ok(readers::csv(&page.export_part("run.csv", part).await?)?.1.len())
        };
        let (past, whole) = (rows("to-place").await?, rows("whole").await?);
        assert!(past < whole, "{past} of {whole} entries");
        Ok(())
    });
}

#[test]
fn mermaid_draws_the_sequence_diagram() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        let diagram = std::fs::read_to_string(page.export("run.mmd").await?)?;
        let texts = readers::mermaid(page, &diagram).await?;
        for text in ["publisher", "broker", "ORDER"] {
            assert!(texts.iter().any(|it| it == text), "{text}: {texts:?}");
        }
        assert!(texts.iter().any(|it| it.contains("read TRANSACTION_PAID")), "{texts:?}");
        Ok(())
    });
}

#[test]
fn what_is_too_long_for_mermaid_is_left_out_and_said_to_be() {
    visit(Visit::new(), async |page| {
        page.open_file(&many_publications(page)?).await?;
        page.set_speed("100").await?;
        page.until_clock_is_past(60_000.0).await?;
        page.pause().await?;
        let diagram = std::fs::read_to_string(page.export("run.mmd").await?)?;
        let texts = readers::mermaid(page, &diagram).await?;
        assert!(texts.iter().any(|it| it.contains("more entries are left out")), "{:?}", texts.last());
        Ok(())
    });
}

/// A file with more publications than a diagram holds.
fn many_publications(page: &Page) -> Result<std::path::PathBuf> {
    let publish = |n: u64| format!(r#"{{"at_ms":{},"publish":"TRANSACTION_PAID"}}"#, n * 20);
    let commands: Vec<String> = (1..2_500).map(publish).collect();
    let file = page.downloads().join("many.json");
    let scenario = format!(
        r#"{{"version":1,"name":"many","services":[{{"name":"ORDER","allowed_states":{{"TRANSACTION_PAID":"IDLE"}},"poll_interval_ms":500,"work_time_ms":3000}}],"commands":[{}]}}"#,
        commands.join(",")
    );
    std::fs::write(&file, scenario)?;
    Ok(file)
}

#[test]
fn all_of_it_can_be_done_with_the_keyboard_and_copied() {
    visit(Visit::new(), async |page| {
        page.grant_the_clipboard().await?;
        run(page).await?;
        page.tab_to(&id("scenarios")).await?;
        page.press(Key::Enter).await?;
        page.tab_to(&id("open-export")).await?;
        page.press(Key::Enter).await?;
        page.tab_to(&id("export-format")).await?;
        page.press(Key::Down).await?;
        assert_eq!(page.attribute(&id("export-copy"), "aria-disabled").await?.as_deref(), Some("true"));
        for _ in ["timeline.svg", "timeline.png", "run.jsonl"] {
            page.press(Key::Down).await?;
        }
        page.tab_to(&id("export-extent")).await?;
        page.press(Key::Down).await?;
        page.tab_to(&id("export-copy")).await?;
        page.press(Key::Enter).await?;
        wait::until("it is copied", async || Ok(page.text(&id("export-said")).await? == "Copied.")).await?;
        assert!(page.clipboard().await?.contains(r#""kind":"work_started","actor":"ORDER""#));
        page.press(Key::Escape).await?;
        wait::until("the focus is back", async || page.focus_is_on(&id("scenarios")).await).await
    });
}
