//! What a person did and can take back, as Undo and Redo name it.

texts! {
    /// What a person did and can take back, as Undo and Redo name it.
    DeedTexts {
        undone: "Undone: {deed}.", "Diurungkan: {deed}.";
        redone: "Done again: {deed}.", "Diulangi: {deed}.";

        opened: "opening “{scenario}”", "membuka “{scenario}”";
        switched: "going to {branch}", "pindah ke {branch}";
        branch_renamed: "the name of {branch}", "nama {branch}";
        branch_removed: "removing {branch}", "menghapus {branch}";
        run_restarted: "restarting the run", "mulai dari awal";
        published: "publishing {state}", "mengirim {state}";
        started: "starting {service}", "menjalankan {service}";
        stopped: "stopping {service}", "menghentikan {service}";
        crashed: "crashing {service}", "mematikan paksa {service}";
        restarted: "restarting {service}", "menjalankan ulang {service}";
        new_states: "giving {service} other states", "mengubah daftar state {service}";
        new_interval: "letting {service} look every {time}", "mengatur agar {service} memeriksa tiap {time}";
        new_work_time: "letting {service} work for {time}", "mengatur agar {service} bekerja selama {time}";
        new_settings: "giving {service} other settings", "mengubah pengaturan {service}";
        added: "adding {service}", "menambahkan {service}";
        renamed: "renaming {service} to {name}", "mengganti nama {service} menjadi {name}";
        removed: "removing {service}", "menghapus {service}";
    }
}
