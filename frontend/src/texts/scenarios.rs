//! The built-in scenarios, what each shows, and their model cards.

texts! {
    /// The scenarios and their cards.
    ScenariosTexts {
        title: "Scenarios", "Skenario";
        intro: "The tutorial can be read in several ways. Each reading is a scenario.", "Isi tutorial bisa ditafsirkan dengan beberapa cara. Tiap tafsiran menjadi satu skenario.";
        credit: "After the tutorial “Event Pattern” by Hudya (@perogeremmer).", "Dari tutorial “Event Pattern” karya Hudya (@perogeremmer).";
        open: "Open this scenario", "Buka skenario ini";
        open_now: "Open now", "Sedang dibuka";
        then: "then", "lalu";
        card: "Model card", "Penjelasan model";
        files: "Files", "File";
        files_hint: "A file holds the scenario with all commands given so far, and replays the run exactly.", "File berisi skenario dan semua perintah yang sudah diberikan, jadi simulasinya bisa diulang persis sama.";
        save: "Save this run", "Simpan simulasi ini";
        open_file: "Open a file", "Buka file";
        not_read: "{file} cannot be read. The run that was here is unchanged.", "{file} tidak bisa dibaca. Simulasi yang tadi tidak berubah.";
        handed_over: "Handed to your browser as {file}.", "Diserahkan ke browser kamu sebagai {file}.";
        or_drop: "or drop a file anywhere on the page", "atau seret file ke mana saja di halaman ini";
        exports: "Pictures and data", "Gambar dan data";
        exports_hint: "The graph as a picture, and what happened, for other programs.",
            "Graf sebagai gambar, dan rekaman kejadian untuk program lain.";

        what: "What it is", "Apa ini";
        how: "How it works", "Cara kerjanya";
        use_it: "How to use it", "Cara memakainya";
        notice: "What to notice", "Yang perlu diperhatikan";
        try_this: "What to try", "Yang bisa dicoba";
        extend: "How to extend it", "Cara mengembangkannya";
        left_out: "What is left out", "Yang tidak ditiru";
        live: "Where live Redis differs", "Bedanya dengan Redis sungguhan";

        described_shows: "ORDER acts on TRANSACTION_PAID and TRANSACTION_CANCELED, INVOICE on ORDER_COMPLETED and ORDER_CANCELED; each leaves the other's states alone. The tutorial says so in words, under its second diagram.",
            "ORDER menanggapi TRANSACTION_PAID dan TRANSACTION_CANCELED, INVOICE menanggapi ORDER_COMPLETED dan ORDER_CANCELED; masing-masing mengabaikan state milik yang lain. Begitulah yang tertulis di bawah diagram kedua tutorial.";
        described_notice: "ORDER hands back IDLE, not ORDER_COMPLETED: INVOICE stays asleep until you publish one of its states yourself. A state that comes while ORDER works can be overwritten by ORDER's own IDLE before anybody took it: it is lost.",
            "Setelah selesai, ORDER mengganti state menjadi IDLE, bukan ORDER_COMPLETED, jadi INVOICE tetap tidur sampai kamu sendiri mengirim salah satu state-nya. State yang datang saat ORDER bekerja bisa hilang: tertimpa IDLE dari ORDER sebelum sempat diambil.";
        described_try: "Publish TRANSACTION_PAID, and TRANSACTION_CANCELED a second later. Then crash ORDER, publish again, and see how long the state waits for it.",
            "Kirim TRANSACTION_PAID, lalu TRANSACTION_CANCELED satu detik kemudian. Setelah itu matikan paksa ORDER, kirim lagi, dan lihat berapa lama state itu menunggu.";

        listed_shows: "ORDER and INVOICE both act on ORDER_CANCELED and ORDER_PAID. In the tutorial's code the order service is a copy of the invoice service, down to the name of its class.",
            "ORDER dan INVOICE sama-sama menanggapi ORDER_CANCELED dan ORDER_PAID. Di kode tutorial, servis order adalah salinan servis invoice, sampai nama class-nya pun sama.";
        listed_notice: "One publication, and the work is done twice: each service finds the state while the key still holds it. TRANSACTION_PAID, of which the text speaks, is heard by nobody.",
            "Sekali kirim, pekerjaannya dilakukan dua kali: tiap servis menemukan state itu selagi masih ada di key. TRANSACTION_PAID, yang disebut di penjelasan tutorial, tidak ditanggapi servis mana pun.";
        listed_try: "Publish ORDER_PAID and watch both. Then, in the inspector, give INVOICE only ORDER_COMPLETED and publish again.",
            "Kirim ORDER_PAID dan amati keduanya. Lalu di inspektor, beri INVOICE state ORDER_COMPLETED saja, dan kirim lagi.";
        listed_left_out: "As printed, the code does not start: main.py imports an OrderService that no file has. Here the copy is taken for that class. It also prints the service object where the state should stand; the console here prints the state.",
            "Kode yang tertulis tidak bisa dijalankan: main.py mengimpor OrderService yang tidak ada di file mana pun. Di sini, salinan itulah yang dianggap OrderService. Kode itu juga mencetak objek servis, padahal seharusnya state; konsol di sini mencetak state-nya.";

        enumerated_shows: "ORDER acts on TRANSACTION_CREATED and TRANSACTION_CANCELED, INVOICE on ORDER_PAID and ORDER_CANCELED. These are the states of the tutorial's enum AppStates, and its example publishes one: publisher.py --state transaction_created.",
            "ORDER menanggapi TRANSACTION_CREATED dan TRANSACTION_CANCELED, INVOICE menanggapi ORDER_PAID dan ORDER_CANCELED. Semuanya state dari enum AppStates di tutorial, dan contoh di sana mengirim salah satunya: publisher.py --state transaction_created.";
        enumerated_notice: "With these states the tutorial's example does move ORDER. The enum binds the services only: the publisher can set any state, and nobody tells it that no service acts on it.",
            "Dengan state ini, contoh di tutorial benar-benar membuat ORDER bekerja. Enum hanya membatasi servis: publisher bisa mengirim state apa saja, dan tidak diberi tahu kalau tidak ada servis yang menanggapinya.";
        enumerated_try: "Type transaction_created in small letters: it is sent in capitals, as publisher.py does. Then type transaction_paid.",
            "Ketik transaction_created dengan huruf kecil: yang dikirim huruf besar, seperti di publisher.py. Lalu ketik transaction_paid.";

        choreography_shows: "ORDER turns TRANSACTION_PAID into ORDER_COMPLETED, and INVOICE acts on that; TRANSACTION_CANCELED becomes ORDER_CANCELED in the same way. The tutorial hints at it where its code sets IDLE: in a real case it need not be IDLE.",
            "ORDER mengganti TRANSACTION_PAID menjadi ORDER_COMPLETED, lalu INVOICE menanggapinya; begitu pula TRANSACTION_CANCELED menjadi ORDER_CANCELED. Tutorial menyinggungnya di bagian kode yang mengganti state menjadi IDLE: dalam kasus nyata, bisa jadi bukan IDLE.";
        choreography_notice: "One publication moves two services, one after the other, and neither knows the other. Nobody directs them: the key alone carries the chain, so a state that overwrites it at the wrong moment breaks it.",
            "Sekali kirim, dua servis bekerja berurutan, padahal keduanya tidak saling kenal. Tidak ada yang mengatur mereka: penghubungnya hanya key. Kalau isi key tertimpa pada saat yang salah, rangkaiannya terputus.";
        choreography_try: "Publish TRANSACTION_PAID and follow it change by change. Then crash INVOICE first: ORDER's result waits in the key until INVOICE is back.",
            "Kirim TRANSACTION_PAID dan ikuti perubahannya satu per satu. Lalu coba matikan paksa INVOICE dulu: hasil ORDER menunggu di key sampai INVOICE jalan lagi.";

        overview_shows: "Subscriber1 acts on PART_A, Subscriber2 on PART_B, and both report to a Publisher Receiver. This is the tutorial's first diagram with its group work: Andi does part A, Budi part B.",
            "Subscriber1 menanggapi PART_A, Subscriber2 menanggapi PART_B, dan keduanya melapor ke Publisher Receiver. Inilah diagram pertama tutorial, yang diumpamakan tugas kelompok: Andi mengerjakan bagian A, Budi mengerjakan bagian B.";
        overview_notice: "Finished work sends two things: a result to the receiver, and IDLE to the key. The diagram draws a push, the broker sending messages to its subscribers; these poll: they look at the key, as the tutorial's code does.",
            "Begitu selesai bekerja, subscriber mengirim dua hal: hasilnya ke Publisher Receiver, dan IDLE ke key. Di diagram, broker yang mengirim pesan ke subscriber (push); di sini subscriber sendiri yang memeriksa key (polling), seperti di kode tutorial.";
        overview_try: "Publish PART_A, and PART_B while Subscriber1 works: both work side by side. Then publish PART_B right after PART_A, before anybody looks.",
            "Kirim PART_A, lalu PART_B saat Subscriber1 bekerja: keduanya bekerja bersamaan. Lalu kirim PART_B tepat setelah PART_A, sebelum ada yang memeriksa.";

        from_file_shows: "This run was opened from {file}.", "Simulasi ini dibuka dari {file}.";

        shared_what: "A model of the tutorial's exercise in simulated time: a publisher, a broker with one key, and services that look at it.",
            "Tiruan dari latihan di tutorial, dengan waktu simulasi: ada publisher, broker dengan satu key, dan servis yang memeriksanya.";
        shared_how: "The publisher sets the key app:state, which remembers only the last state. Each service looks at it every 0.5 s. One that finds a state of its own works for 3 s, sets the next state whatever the key holds by then, and sleeps; any other sleeps on.",
            "Publisher mengganti state di key app:state, yang hanya menyimpan state terakhir. Setiap servis memeriksanya tiap 0,5 detik. Servis yang menemukan state miliknya bekerja selama 3 detik, lalu mengganti state, apa pun isi key saat itu, dan tidur; yang lain langsung tidur lagi.";
        shared_use: "Publish a state. Pause, step and drag the time bar to look back. Choose a node in the graph to see its facts and change it.",
            "Kirim satu state. Tekan Jeda, maju selangkah, atau geser bilah waktu untuk melihat yang sudah lewat. Pilih simpul di graf untuk melihat rinciannya dan mengubahnya.";
        shared_extend: "Give a service other states or times, or add a service, in the inspector. Save it as a file: JSON that you can also write by hand.",
            "Di inspektor, ubah state atau waktu sebuah servis, atau tambah servis baru. Simpan sebagai file: JSON yang juga bisa kamu tulis sendiri.";
        shared_left_out: "A flight is a drawing: setting and looking take no time here, and neither fails. When a write fails, the tutorial's program prints the error and ends, with exit code 0. An unknown --service ends with an error, as the flowchart has it; the printed code stumbles on.",
            "Pesan yang bergerak hanyalah gambar: di sini, mengganti dan memeriksa state tidak memakan waktu dan tidak pernah gagal. Kalau state gagal ditulis, program tutorial mencetak error lalu selesai dengan exit code 0. Kalau --service tidak dikenal, di sini program keluar dengan error seperti di flowchart; kode yang tertulis tetap lanjut.";
        shared_live: "A real Redis keeps its own time and cannot be rewound. It tells that the key changed, not how often: several states within a moment arrive as one, so what was lost is at least what was seen. Other people's services act, too.",
            "Redis sungguhan berjalan dengan waktunya sendiri dan tidak bisa diputar mundur. Redis memberi tahu bahwa key berubah, tapi tidak berapa kali: beberapa state yang datang hampir bersamaan terlihat sebagai satu, jadi yang hilang bisa lebih banyak daripada yang terlihat. Servis milik orang lain juga ikut menanggapi.";
    }
}
