//! Language is a switch, not a reload.

use tests::page::{DIALOG, id};
use tests::visit::{Language, Size};
use tests::{Visit, visit, wait};

#[test]
fn the_browsers_language_is_taken_and_numbers_follow_it() {
    visit(Visit::new().language(Language::Indonesian), async |page| {
        assert_eq!(page.language().await?, "id");
        wait::until("a number has a comma", async || Ok(page.happening().await?.contains("0,5"))).await?;
        page.switch_language("en").await?;
        wait::until("a number has a point", async || Ok(page.happening().await?.contains("0.5"))).await
    });
}

#[test]
fn the_language_switches_while_it_plays_and_everything_stays() {
    visit(Visit::new(), async |page| {
        page.service("ORDER").inspect().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.fill(&id("publish-input"), "order_pai").await?;
        let before = page.clock_ms().await?;
        page.script::<()>("window.__same = document.body", vec![]).await?;

        page.switch_language("id").await?;
        assert!(
            page.script::<bool>("return window.__same === document.body", vec![]).await?,
            "not loaded again"
        );
        assert!(page.is_playing().await?);
        page.until_clock_is_past(before).await?;
        assert_eq!(page.value(&id("publish-input")).await?, "order_pai");
        assert!(page.text(&id("inspector")).await?.contains("ORDER"), "the same service is inspected");
        assert!(page.focus_is_on(&id("language-id")).await?, "the focus stays");
        page.until_happening_names(&["TRANSACTION_PAID"]).await?;

        page.pause().await?;
        let clock = page.clock_ms().await?;
        page.switch_language("en").await?;
        assert_eq!(page.clock_ms().await?, clock);
        Ok(())
    });
}

#[test]
fn an_open_dialog_stays_open_in_the_other_language() {
    visit(Visit::new(), async |page| {
        page.click(&id("scenarios")).await?;
        page.find(DIALOG).await?;
        let english = page.text(DIALOG).await?;
        let clock = page.clock_ms().await?;
        // The switch lies behind the dialog: who switches there speaks to the computer, or is a script like this one.
        page.script::<()>("document.querySelector('[data-testid=language-id]').click()", vec![]).await?;
        wait::until("the dialog speaks the other language", async || Ok(page.text(DIALOG).await? != english))
            .await?;
        assert_eq!(page.language().await?, "id");
        assert!(page.focus_is_in(DIALOG).await?);
        page.until_clock_is_past(clock).await?;
        page.close_dialog().await?;
        wait::until("the focus is back", async || page.focus_is_on(&id("scenarios")).await).await
    });
}

#[test]
fn with_x_for_every_text_no_other_word_is_left() {
    let x = Visit::new().query("?lang=pseudo-x");
    visit(x, async |page| {
        let check = async |view: &str| -> anyhow::Result<()> {
            let words = page.untranslated_words().await?;
            anyhow::ensure!(words.is_empty(), "not translated in {view}: {words:#?}");
            Ok(())
        };
        check("the first screen").await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        check("while ORDER works").await?;
        page.open_lab().await?;
        for node in ["publisher", "broker"] {
            page.click(&format!("{}[data-node={node}]", id("node"))).await?;
            page.until_the_picture_is_new().await?;
            check(node).await?;
        }
        page.service("ORDER").crash().await?;
        page.fill(&id("edit-poll-interval"), "0").await?;
        page.apply_edit().await?;
        page.until_the_picture_is_new().await?;
        check("the lab").await?;
        for dialog in ["help", "scenarios", "live"] {
            page.click(&id(dialog)).await?;
            page.find(DIALOG).await?;
            page.open_details().await?;
            check(dialog).await?;
            page.close_dialog().await?;
        }
        page.open_export().await?;
        check("the export").await?;
        page.choose_export("run.csv", "whole").await?;
        check("the export of a part").await?;
        page.close_dialog().await?;
        page.use_the_time_lab().await?;
        check("two futures compared").await?;
        page.open_time_tab("run-until").await?;
        check("run until").await
    });
}

#[test]
fn markup_in_a_text_is_shown_and_never_taken_for_markup() {
    let markup = Visit::new().query("?lang=pseudo-markup");
    visit(markup, async |page| {
        page.open_lab().await?;
        let text = page.all_text().await?;
        assert!(text.contains("<b>"), "{text}");
        assert_eq!(text.matches("<b>").count(), text.matches("</b>&amp;").count(), "{text}");
        assert!(!text.replace("&amp;", "").contains('&'), "a text was taken for markup: {text}");
        Ok(())
    });
}

#[test]
fn nothing_overlaps_and_nothing_is_cut_off_in_any_size_and_language() {
    visit(Visit::new(), async |page| {
        let mut problems = Vec::new();
        for language in ["en", "id", "pseudo-double", "pseudo-x"] {
            page.open_with(&format!("?lang={language}")).await?;
            page.publish("TRANSACTION_PAID").await?;
            page.service("ORDER").until_it_is("working").await?;
            page.pause().await?;
            for lab in [false, true] {
                if lab {
                    page.resize(Size::DESKTOP).await?;
                    page.service("ORDER").inspect().await?;
                }
                for size in Size::ALL {
                    page.resize(size).await?;
                    let view = format!("{language} at {size:?}{}", if lab { ", lab open" } else { "" });
                    problems.extend(page.check_layout(&view).await.err());
                }
            }
            page.resize(Size::DESKTOP).await?;
            page.restart_run().await?;
        }
        let problems: Vec<String> = problems.iter().map(|problem| format!("{problem:#}")).collect();
        anyhow::ensure!(problems.is_empty(), "{}", problems.join("\n"));
        Ok(())
    });
}

#[test]
fn nothing_jumps_while_it_plays() {
    visit(Visit::new(), async |page| {
        for size in [Size::DESKTOP, Size::PROJECTOR, Size::TABLET, Size::PHONE] {
            page.resize(size).await?;
            page.restart_run().await?;
            page.watch_for_a_second().await?;
            page.take_layout_shift().await?;
            page.publish_untouched("TRANSACTION_PAID").await?;
            page.until_key_is("TRANSACTION_PAID").await?;
            page.until_key_is("IDLE").await?;
            page.watch_for_a_second().await?;
            let (shift, what) = page.take_layout_shift().await?;
            assert!(what.is_empty(), "at {size:?} the layout jumped by {shift}: {what:#?}");
            assert!(shift < 0.05, "at {size:?} the sentences jumped by {shift}");
        }
        Ok(())
    });
}
