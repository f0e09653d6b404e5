//! The page's frame: header, time bar, help, notices.

texts! {
    /// The page's frame.
    PageTexts {
        crashed: "This page has stumbled over a mistake of its own. Your run is kept: reload the page and go on.",
            "Terjadi kesalahan pada halaman ini. Simulasimu sudah tersimpan: muat ulang halaman, lalu lanjutkan.";
        reload: "Reload", "Muat ulang";
        loading: "Loading …", "Memuat …";
        not_here: "Not loaded", "Tidak termuat";
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

        nothing_ahead: "Nothing happens any more: no service is running. Start one, or add one.",
            "Tidak akan terjadi apa-apa lagi: tidak ada servis yang berjalan. Jalankan salah satu, atau tambahkan yang baru.";
        no_change_ahead: "Nothing changes by itself from here on: the services look and find nothing for themselves. Publish a state.",
            "Mulai dari sini tidak ada yang berubah dengan sendirinya: servis terus memeriksa tanpa menemukan apa-apa. Kirim satu state.";
        nothing_before: "This is the very beginning.", "Ini sudah awal simulasi.";
        nothing_to_undo: "Nothing to undo: edits, cuts, restarts and opened scenarios can be undone.",
            "Belum ada yang bisa diurungkan. Yang bisa: pengaturan, rekaman yang terpotong, mulai dari awal, dan ganti skenario.";
        nothing_to_redo: "Nothing to redo: nothing has been undone.", "Tidak ada yang bisa diulangi: belum ada yang diurungkan.";
        longest_run: "366 days: a run goes no further. Go back, or restart it.",
            "Sudah 366 hari: simulasi berhenti di sini. Mundurlah, atau mulai dari awal.";
        record_full: "The record is full: a browser can hold no more. Go back, or restart the run.",
            "Rekaman sudah penuh: browser tidak bisa menampung lebih banyak. Mundurlah, atau mulai dari awal.";
        command_refused: "This cannot be done here.", "Ini tidak bisa dilakukan di sini.";
        bad_parameter: "The link says {name}={value}. That is not known here, so the page opened without it.",
            "Tautan ini berisi {name}={value}. Nilai itu tidak dikenal, jadi diabaikan.";
        kept_is_garbage: "What was kept from last time cannot be read. It is put aside, and the page starts afresh.",
            "Data dari kunjungan sebelumnya tidak bisa dibaca. Data itu disisihkan, dan halaman mulai dari awal.";
        nothing_is_kept: "This browser keeps nothing for this page: save your run to a file before you leave.",
            "Browser ini tidak menyimpan apa pun untuk halaman ini: simpan simulasimu ke file sebelum menutup halaman.";
        no_room_to_keep: "There is no room left to keep this run: save it to a file before you leave.",
            "Tempat penyimpanan di browser sudah penuh: simpan simulasi ini ke file sebelum menutup halaman.";
        dismiss: "Dismiss", "Tutup pesan";

        restarted: "The run was restarted. Undo brings the old one back.",
            "Simulasi dimulai dari awal. Pilih Urungkan untuk kembali ke yang tadi.";

        keys: "Keys", "Pintasan keyboard";
        keys_hint: "They act where nobody types. On a button, Space presses it instead. A presenter's clicker works too: forwards, backwards, and its dot.",
            "Pintasan ini berlaku selama kamu tidak sedang mengetik. Kalau fokus ada di sebuah tombol di layar, Spasi menekan tombol itu. Remote presentasi juga bisa dipakai: tombol maju, mundur, dan titik.";
        key_space: "Space", "Spasi";
        key_page_down: "Page down", "Page down";
        key_page_up: "Page up", "Page up";
        key_control: "Ctrl", "Ctrl";
        key_shift: "Shift", "Shift";
        bare_keys: "Single characters are shortcuts", "Pakai pintasan satu tombol";
        bare_keys_hint: "Switch them off if you speak to your computer, or if keys are pressed by accident.",
            "Matikan kalau kamu memakai perintah suara, atau kalau tombol sering tertekan tanpa sengaja.";
        settings: "Settings", "Pengaturan";
        less_motion: "Less motion", "Kurangi gerakan";
        less_motion_hint: "Messages do not fly. Your system's own setting counts too.",
            "Pesan tidak digambar bergerak. Pengaturan di sistemmu juga diikuti.";
        start_afresh: "Start afresh", "Kembalikan seperti baru";
        start_afresh_hint: "For the next class: forgets the run, the scenario and all settings.",
            "Untuk kelas berikutnya: menghapus simulasi, skenario, dan semua pengaturan.";
        start_afresh_question: "The run, the scenario that you opened and all settings are forgotten. This cannot be undone.",
            "Simulasi, skenario yang kamu buka, dan semua pengaturan akan dihapus. Ini tidak bisa diurungkan.";
        cancel: "Cancel", "Batal";
    }
}
