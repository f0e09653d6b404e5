//! A live run: what its time controls do, and what it cannot know.

texts! {
    /// The words of a live run.
    LiveRunTexts {
        present: "Now", "Sekarang";
        past: "The past", "Masa lalu";
        to_present: "To now", "Ke sekarang";
        look_back_hint: "Stops the picture to look back. The world goes on.",
            "Menghentikan gambar untuk melihat ke belakang. Dunia tetap berjalan.";
        past_said: "You are looking at the past. The world goes on.",
            "Kamu sedang melihat masa lalu. Dunia tetap berjalan.";
        no_speed: "Live runs at the world's own speed. Speeds are for simulated time.",
            "Redis sungguhan berjalan dengan kecepatan dunia nyata. Kecepatan hanya untuk simulasi.";
        no_restart: "What happened on a real Redis cannot be started over. Disconnect to go back to the simulation.",
            "Yang sudah terjadi di Redis sungguhan tidak bisa dimulai dari awal. Putuskan untuk kembali ke simulasi.";
        no_undo: "What happened on a real Redis cannot be undone. Give another command instead.",
            "Yang sudah terjadi di Redis sungguhan tidak bisa diurungkan. Beri perintah lain saja.";
        no_open: "Another scenario opens in the simulation: disconnect first.",
            "Skenario lain dibuka di simulasi: putuskan dulu.";
        newest: "Nothing newer has happened yet.",
            "Belum ada yang lebih baru.";
        no_film: "A live run is looked back at step by step, or by the scrubber. Only the present runs.",
            "Rekaman dari Redis sungguhan dilihat selangkah demi selangkah, atau dengan penggeser. Hanya masa kini yang berjalan.";
        no_ahead: "Nobody can run the real world ahead: wait for it, or disconnect and simulate.",
            "Dunia nyata tidak bisa dimajukan: tunggu saja, atau putuskan lalu pakai simulasi.";
        no_branch: "What happened on a real Redis has no other future.",
            "Yang sudah terjadi di Redis sungguhan tidak punya masa depan lain.";
        at_least: "Seen here, at least: what others did unseen is not counted. Who waits for a state that was there already is not timed.",
            "Paling sedikit segini, sejauh terlihat di sini: yang dilakukan orang lain tanpa terlihat tidak dihitung. State yang sudah ada sejak awal tidak diukur lamanya.";
    }
}
