//! The five scenarios, and scenarios in files.

use anyhow::Result;
use tests::page::id;
use tests::{Page, Visit, visit, wait};

/// What each scenario is told by: its services, one state, and who works on it.
const SCENARIOS: [(&str, &[&str], &str, &[&str]); 5] = [
    ("listed", &["ORDER", "INVOICE"], "ORDER_PAID", &["ORDER", "INVOICE"]),
    ("enumerated", &["ORDER", "INVOICE"], "TRANSACTION_CREATED", &["ORDER"]),
    ("choreography", &["ORDER", "INVOICE"], "TRANSACTION_PAID", &["ORDER"]),
    ("overview", &["Subscriber1", "Subscriber2"], "PART_A", &["Subscriber1"]),
    ("described", &["ORDER", "INVOICE"], "TRANSACTION_PAID", &["ORDER"]),
];

#[test]
fn each_of_the_five_scenarios_opens_and_does_what_it_is_about() {
    visit(Visit::new(), async |page| {
        for (scenario, services, state, workers) in SCENARIOS {
            page.switch_scenario(scenario).await?;
            page.until_no_dialog_is_there().await?;
            wait::until_equal(
                "the services",
                services.to_vec().iter().map(|s| (*s).to_owned()).collect(),
                async || page.service_names().await,
            )
            .await?;
            page.publish(state).await?;
            for worker in workers {
                page.service(worker).until_it_is("working").await?;
            }
            let receiver = page.has(&format!("{}[data-node=receiver]", id("node"))).await?;
            assert_eq!(receiver, scenario == "overview", "the receiver of {scenario}");
        }
        Ok(())
    });
}

#[test]
fn in_choreography_one_publication_moves_both_services() {
    visit(Visit::new(), async |page| {
        page.switch_scenario("choreography").await?;
        page.set_speed("5").await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.service("INVOICE").until_it_is("working").await?;
        page.until_key_is("IDLE").await
    });
}

#[test]
fn opening_a_scenario_can_be_undone() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.switch_scenario("overview").await?;
        page.service("Subscriber1").until_it_is("sleeping").await?;
        page.undo().await?;
        page.service("ORDER").until_it_is("working").await
    });
}

#[test]
fn a_saved_file_that_is_broken_is_refused_and_whole_again_replays_the_run() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.service("INVOICE").crash().await?;
        page.service("INVOICE").until_it_is("crashed").await?;
        page.pause().await?;
        let lines = story(page).await?;
        let saved = page.save_file().await?;
        let good = std::fs::read_to_string(&saved)?;
        assert!(good.contains("\"crash\""), "the commands are in the file: {good}");

        let broken = saved.with_file_name("broken.json");
        std::fs::write(
            &broken,
            good.replacen("\"version\": 1", "\"version\": 7, \"colour\": 1", 1).replacen(
                "\"version\":1",
                "\"version\":7,\"colour\":1",
                1,
            ),
        )?;
        let clock = page.clock_ms().await?;
        page.open_file(&broken).await?;
        wait::until("the problems are listed", async || Ok(page.problems().await?.len() >= 2)).await?;
        let problems = page.problems().await?.join("\n");
        assert!(problems.contains("version") && problems.contains("colour"), "{problems}");
        page.close_dialog().await?;
        assert_eq!(page.clock_ms().await?, clock, "the run is still there");
        assert_eq!(page.service("INVOICE").phase().await?, "crashed");

        let cut_off = saved.with_file_name("cut-off.json");
        std::fs::write(&cut_off, &good[..good.len() / 2])?;
        page.open_file(&cut_off).await?;
        wait::until_equal("one problem of broken JSON", 1, async || Ok(page.problems().await?.len())).await?;
        page.close_dialog().await?;

        page.restart_run().await?;
        page.service("INVOICE").until_it_is("sleeping").await?;
        page.open_file(&saved).await?;
        page.service("INVOICE").until_it_is("crashed").await?;
        page.pause().await?;
        page.seek(clock).await?;
        assert_eq!(story(page).await?, lines, "the same run");
        Ok(())
    });
}

#[test]
fn whoever_saves_is_told_so_above_the_dialog() {
    visit(Visit::new(), async |page| {
        page.pause().await?;
        let told = async |button: &str, file: &str| -> Result<()> {
            page.click(&id(button)).await?;
            wait::until("the file is named", async || {
                let notices = page.texts(&format!("dialog[open] [role=status] {}", id("notice"))).await?;
                Ok(notices.iter().any(|notice| notice.contains(file)))
            })
            .await
        };
        page.open_scenarios().await?;
        told("save-file", "as-the-tutorial-describes-it.json").await?;
        page.click(&id("open-export")).await?;
        told("export-save", "graph.svg").await?;
        page.close_dialog().await?;
        page.play().await?;
        wait::until("it is old news", async || Ok(!page.has(&id("notice")).await?)).await
    });
}

/// What the console says, up to the place that is looked at.
async fn story(page: &Page) -> Result<Vec<String>> {
    page.open_lab().await?;
    page.until_the_picture_is_new().await?;
    page.console_lines().await
}
