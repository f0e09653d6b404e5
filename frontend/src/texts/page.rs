//! The page's frame: header, time bar, help, notices.

texts! {
    /// The page's frame.
    PageTexts {
        crashed: "This page has stumbled over a mistake of its own. Your run is kept: reload the page and go on.",
            "Terjadi kesalahan pada halaman ini. Simulasimu sudah tersimpan: muat ulang halaman, lalu lanjutkan.";
        reload: "Reload", "Muat ulang";
        loading: "Loading …", "Memuat …";
        not_loaded: "This part of the page could not be loaded. Are you online? Your run is not affected.",
            "Bagian halaman ini tidak bisa dimuat. Apakah kamu sedang online? Simulasimu tidak terpengaruh.";
        load_again: "Try again", "Coba lagi";

        shown: "What is shown", "Yang ditampilkan";
        scenarios: "Scenarios", "Skenario";
        lab: "Lab", "Lab";
        language: "Language", "Bahasa";
        english: "English", "Inggris";
        indonesian: "Indonesian", "Indonesia";
        theme: "Theme", "Tema";
        theme_system: "As the system", "Ikuti sistem";
        theme_light: "Light", "Terang";
        theme_dark: "Dark", "Gelap";
        help: "Keys and help", "Pintasan dan bantuan";
        open_live: "Live Redis: connect or go back", "Redis sungguhan: sambungkan atau kembali ke simulasi";
        open_or_close_lab: "Open or close the lab", "Buka atau tutup lab";

        time: "Time", "Waktu";
        play: "Play", "Putar";
        pause: "Pause", "Jeda";
        play_or_pause: "Play or pause", "Putar atau jeda";
        step: "Step", "Maju selangkah";
        step_back: "Step back", "Mundur selangkah";
        next_change: "Next change", "Perubahan berikutnya";
        previous_change: "Previous change", "Perubahan sebelumnya";
        clock: "Simulated time", "Waktu simulasi";
        speed: "Speed", "Kecepatan";
        times: "{number}×", "{number}×";
        faster: "Faster", "Lebih cepat";
        slower: "Slower", "Lebih lambat";
        undo: "Undo", "Urungkan";
        redo: "Redo", "Ulangi";
        restart_run: "Restart run", "Mulai dari awal";
        scrubber: "Place in the run", "Posisi dalam rekaman";
        place_of: "{place} of {end}", "{place} dari {end}";

        command_refused: "This cannot be done here.", "Ini tidak bisa dilakukan di sini.";
        dismiss: "Dismiss", "Tutup pesan";

        restarted: "The run was restarted. Undo brings the old one back.",
            "Simulasi dimulai dari awal. Pilih Urungkan untuk kembali ke yang tadi.";
    }
}
