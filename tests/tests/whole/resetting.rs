//! Restart run leaves nothing behind.

use anyhow::Result;
use fastrand::Rng;
use tests::{Visit, visit, wait};

use crate::fuzz::acts::{Act, Repertoire};

#[test]
fn after_any_inputs_restart_run_equals_a_fresh_load() {
    visit(Visit::new().before("window.__seen.hold = true"), async |page| {
        let fresh = page.everything_a_screen_reader_finds().await?;
        assert!(fresh.contains("ORDER"), "{fresh}");
        for seed in 0..3 {
            page.let_frames_come().await?;
            let mut rng = Rng::with_seed(seed);
            for _ in 0..25 {
                Act::any(&mut rng, Repertoire::Run).perform(page).await?;
            }
            page.close_dialog().await?;
            page.close_lab().await?;
            page.hold_frames().await?;
            page.restart_run().await?;
            let restarted = page.everything_a_screen_reader_finds().await?;
            assert!(fresh == restarted, "seed {seed}\nfresh:\n{fresh}\n\nrestarted:\n{restarted}");
        }
        Ok(())
    });
}

#[test]
fn each_restart_is_heard() {
    visit(Visit::new().before("window.__seen.hold = true"), async |page| {
        let heard = async || -> Result<String> {
            page.script("return document.querySelector('[data-testid=announcer]').textContent", vec![]).await
        };
        let mut before = heard().await?;
        for _ in 0..3 {
            page.restart_run().await?;
            wait::until("it is said, in a text that was not there before", async || {
                let now = heard().await?;
                Ok(now != before && now.contains("was restarted"))
            })
            .await?;
            before = heard().await?;
        }
        Ok(())
    });
}
