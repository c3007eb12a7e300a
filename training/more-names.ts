import type { GazetteerClass } from "../src/entities/tagging/gazetteer.ts";

/** Names that stand in news but in none of the packages. */
export const MORE_NAMES: Readonly<Partial<Record<GazetteerClass, string>>> = {
  country:
    "U.S.|U.S|US|USA|U.S.A.|U.K.|U.K|UK|UAE|Holy See|America|Britain|Great Britain|DRC|Burma|Holland|Soviet Union|" +
    "USSR|Yugoslavia|Czechoslovakia",
  capital:
    "Jerusalem|Kiev|Washington|Rangoon|Yangon|Astana|Sana'a|Ulaanbaatar|Naypyidaw|Ramallah|The Hague|La Paz|" +
    "Dar es Salaam|Abidjan|Lagos|New York|Mumbai|Bombay|Calcutta|Kolkata|Madras|Chennai|Bangalore|Bengaluru|Peking|" +
    "Canton|Guangzhou",
  region:
    "Calif.|Ill.|Mass.|Conn.|Fla.|Pa.|Va.|Ga.|Ala.|Ariz.|Ark.|Colo.|Del.|Ind.|Kan.|Ky.|La.|Md.|Mich.|Minn.|Miss.|Mo.|" +
    "Mont.|" +
    "Neb.|Nev.|Okla.|Ore.|Tenn.|Tex.|Vt.|Wash.|Wis.|Wyo.|N.Y.|N.J.|N.C.|S.C.|N.D.|S.D.|N.H.|N.M.|R.I.|W.Va.|D.C.|B.C.|" +
    "Kashmir|Gaza|Gaza Strip|West Bank|Kurdistan|Catalonia|Crimea|Donbas|Darfur|Chechnya|Siberia|Scandinavia|Balkans|" +
    "Caucasus|" +
    "Middle East|Far East|New England|Midwest|Bay Area|Silicon Valley|East Jerusalem|Golan Heights|Eastern Europe|" +
    "Western Europe|" +
    "Southeast Asia|Central Asia|Latin America|North Africa|Sahel|Horn of Africa|Sinai|Korean Peninsula|" +
    "Arabian Peninsula|" +
    "Iberian Peninsula|Nagorno-Karabakh|Western Sahara|Transnistria|Abkhazia|South Ossetia|Gulf Coast|Sub-Saharan Africa|" +
    "sub-Saharan Africa|Levant|Maghreb|Anatolia|Mesopotamia|Patagonia|Lapland|Tigray|Oromia|Rakhine|Xinjiang|Tibet|" +
    "Inner Mongolia|Kosovo|Dagestan|Ingushetia|Oahu|Maui|Long Island|Tasmania",
  feature:
    "White House|French Quarter|Heathrow|Gatwick|Stansted|Schiphol|Ben Gurion|Oval Office|Capitol Hill|" +
    "Downing Street|Buckingham Palace|Atlantic|Pacific|Atlantic Ocean|Pacific Ocean|Indian Ocean|Arctic Ocean|" +
    "Mediterranean|Mediterranean Sea|Black Sea|Red Sea|" +
    "Baltic Sea|North Sea|Caspian Sea|Dead Sea|South China Sea|East China Sea|Persian Gulf|Gulf of Mexico|Gulf of Aden|" +
    "Suez Canal|Panama Canal|English Channel|Nile|Amazon|Danube|Rhine|Thames|Volga|Ganges|Mekong|Yangtze|Euphrates|" +
    "Tigris|" +
    "Mississippi River|Hudson River|Rio Grande|Himalayas|Alps|Andes|Rockies|Rocky Mountains|Appalachians|Pyrenees|Urals|" +
    "Broadway|Hollywood|Harlem|Manhattan|Montmartre|Tahrir Square|Red Square|Times Square|Tiananmen Square|Tiananmen|" +
    "Trafalgar Square|Wembley|Anfield|Old Trafford|Camp Nou|San Siro|Maracanã|Maracana|Flushing Meadows|Brands Hatch|" +
    "Silverstone|Headingley|Twickenham|Craven Cottage|Stamford Bridge|Goodison Park|Villa Park|Madison Square Garden|" +
    "Carnegie Hall|Fenway Park|Wrigley Field|Guantanamo Bay|Guantanamo|Guantánamo|Bagram|Abu Ghraib|Robben Island|" +
    "Alcatraz|" +
    "Mount Rushmore|Yosemite|Yellowstone|Grand Canyon|Niagara Falls|Victoria Falls|Great Barrier Reef|Lake Victoria|" +
    "Lake Chad|Loch Ness|Stonehenge|Taj Mahal|Angkor Wat|Machu Picchu|Chernobyl|Fukushima|" +
    "Sahara|Gobi|Everest|Mount Everest|Kilimanjaro|Vesuvius|Etna|Antarctica|Arctic|Antarctic",
  // Companies and brands that bear the names of people who are not in the news themselves.
  organisation:
    "Morgan Stanley|J.P. Morgan|JP Morgan|JPMorgan|Merrill Lynch|Lehman Brothers|Bear Stearns|Wells Fargo|" +
    "T. Rowe Price|Fannie Mae|Freddie Mac|Sallie Mae|Booz Allen|Booz Allen Hamilton|" +
    "Arthur Andersen|Ernst & Young|Price Waterhouse|Dun & Bradstreet|Standard & Poor's|Thomson Reuters|Philip Morris|" +
    "Eli Lilly|Johnson & Johnson|Procter & Gamble|Ford Motor|Ford Motor Co.|Lockheed Martin|Northrop Grumman|" +
    "McDonnell Douglas|Pratt & Whitney|Rolls-Royce|Aston Martin|Alfa Romeo|Mercedes-Benz|Harley-Davidson|John Deere|" +
    "Smith & Wesson|Black & Decker|Robert Bosch|Carl Zeiss|Louis Vuitton|Christian Dior|Hugo Boss|" +
    "Kate Spade|Estée Lauder|Estee Lauder|Yves Saint Laurent|Dolce & Gabbana|" +
    "Abercrombie & Fitch|Marks & Spencer|Barnes & Noble|Simon & Schuster|Trader Joe's|" +
    "Kraft Heinz|Kellogg|Kellogg's|Heinz|Hewlett-Packard|Hewlett Packard|Charles Schwab|Credit Suisse|Julius Baer|" +
    "Thomas Cook|John Lewis|Laura Ashley|Calvin Klein|Ralph Lauren|Tommy Hilfiger|Michael Kors|Jimmy Choo|Levi Strauss|" +
    "Johnson Controls|Dow Chemical|Rio Tinto|Ferrari|Maserati|Lamborghini|Bugatti|Porsche|Pirelli|Michelin|Ericsson|" +
    "Philips|Heineken|Carlsberg|Cadbury|Danone|Lindt|Ferrero|Barilla|Cartier|Rolex|Chanel|Gucci|Prada|Versace|Benetton|" +
    "Adidas|Nike|Nordstrom|Walmart|Walgreens|Boeing|McDonald's|Renault|Peugeot|Citroën|Citroen|Daimler|Thyssenkrupp|" +
    "Bertelsmann|Merck|Sandoz|Cargill|Monsanto|Deloitte|McKinsey|Moody's|Barclays|Lazard|Schroders|Allianz|Generali|" +
    "Volvo|Scania|Uniqlo|Sony|Toshiba|Hitachi|Mitsubishi|Yamaha|Mazda|Subaru|Bridgestone|Infosys|Wipro|Embraer|Petrobras|" +
    "Pemex|Televisa|Bombardier|Alibaba|Tencent|Baidu|Xiaomi|Lenovo|Foxconn|Sinopec|Equinor|Telenor|Nokia|Maersk|Vestas|" +
    "Novo Nordisk|Lego|Wall Street|Hang Seng|Dow Jones|Nikkei|Nasdaq|Kospi|Kosdaq|Sensex|Topix|Bovespa|Euronext|" +
    "Tim Hortons|Ted Baker|Campbell Soup|Marks and Spencer|Canada Goose|Papa John's|Jack Daniel's|Johnnie Walker|" +
    "Jim Beam|Ben & Jerry's|Oscar Mayer|Sara Lee|" +
    "Betty Crocker|Warner Bros.|Warner Brothers|Walt Disney Co.|Saatchi & Saatchi|Crédit Agricole|" +
    "Facebook|Twitter|WhatsApp|Instagram|TikTok|Telegram|YouTube|Google|Gmail|Spotify|Netflix|Uber|Airbnb|Huawei|Samsung|" +
    "Toyota|Honda|Nissan|Hyundai|Volkswagen|Siemens|Nestlé|Nestle|Lufthansa|Airbus|Gazprom|Rosneft|Lukoil|Aeroflot|" +
    "Gulf Air|" +
    "Air France|Roche|Novartis|Pfizer|Bayer|AstraZeneca|Debenhams|Moncler|Primark|Zara|Ikea|Lidl|Aldi|Tesco|Sainsbury's|" +
    // Bodies that help, watch and trade
    "Human Rights Watch|Amnesty International|Save the Children|Greenpeace|Oxfam|Doctors Without Borders|" +
    "Médecins Sans Frontières|Medecins Sans Frontieres|Red Cross|Red Crescent|Mercy Corps|World Vision|Caritas|" +
    "Transparency International|Freedom House|Chatham House|International Crisis Group|Reporters Without Borders|" +
    "Mercosur|" +
    "Asean|Ecowas|Opec|Unicef|Unesco|Interpol|Europol|Eurostat|Frontex|" +
    // Parties, militias and bodies
    "European Union|African Union|Arab League|Islamic State|Islamic Jihad|Sinn Féin|Sinn Fein|Fine Gael|Fianna Fáil|" +
    "Fianna Fail|" +
    "Plaid Cymru|Likud|Kadima|Meretz|Hamas|Fatah|Hezbollah|Hizbollah|Taliban|Taleban|al-Qaida|al-Qaeda|Al-Qaeda|" +
    "Boko Haram|" +
    "al-Shabab|al-Shabaab|Polisario|Kuomintang|Syriza|Podemos|Vox|Forza Italia|Lega Nord|Shiv Sena|" +
    // Papers and agencies
    "Le Monde|Le Figaro|Libération|Bild|Der Spiegel|Die Welt|Die Zeit|El País|El Pais|El Mundo|La Repubblica|La Stampa|" +
    "Corriere della Sera|Izvestia|Pravda|Kommersant|Novaya Gazeta|Gazeta Wyborcza|Haaretz|Hürriyet|Hurriyet|" +
    "Asahi Shimbun|" +
    "Yomiuri Shimbun|Xinhua|Interfax|Itar-Tass|Yonhap|Al Jazeera|Al-Jazeera|Al Arabiya|Deutsche Welle|Clarín|La Nación",
  demonym:
    "Hutu|Hutus|Tutsi|Tutsis|Maasai|Masai|Rohingya|Rohingyas|Uyghur|Uyghurs|Uighur|Uighurs|Kurd|Kurds|Pashtun|" +
    "Pashtuns|Tuareg|" +
    "Tuaregs|Hausa|Yoruba|Igbo|Zulu|Zulus|Xhosa|Sinhalese|Tamil|Tamils|Hazara|Hazaras|Berber|Berbers|Bedouin|Bedouins|" +
    "Maori|Māori|Inuit|Navajo|Cherokee|Sioux|Mapuche|Aymara|Quechua|Kachin|Hmong|Oromo|Fulani|Dinka|Nuer|Yazidi|" +
    "Yazidis|Druze|" +
    "Alawite|Alawites|Copts|Sunni|Sunnis|Shia|Shias|Shiite|Shiites|Shi'ite|Shi'ites|Muslim|Muslims|Hindu|Hindus|Sikh|" +
    "Sikhs|" +
    "Buddhist|Buddhists|Jew|Jews|Jewish|Nazi|Nazis|Maoist|Maoists|Ottomans|Bengali|Bengalis|Punjabi|Punjabis|" +
    "Gujarati|Sindhi|" +
    "Baluchi|Baloch|Chechen|Chechens|Tatar|Tatars|Cossack|Cossacks|Basque|Basques|Catalan|Catalans|Flemish|Walloon|" +
    "Walloons|" +
    "Bavarian|Bavarians|Texan|Texans|Californian|Californians|Hawaiian|Hawaiians|Alaskan|Alaskans|New Yorker|New Yorkers|" +
    "Londoner|Londoners|Parisian|Parisians|Berliner|Berliners|Muscovite|Muscovites",
  team:
    "Lazio|Udinese|Juventus|Inter Milan|AC Milan|Sampdoria|Fiorentina|Atalanta|Arsenal|Tottenham|Tottenham Hotspur|" +
    "Everton|" +
    "Aston Villa|Crystal Palace|West Ham|Celtic|Ajax|Feyenoord|PSV Eindhoven|Benfica|Napoli|Villarreal|Espanyol|" +
    "Sassuolo|Salernitana|Cremonese|Hoffenheim|Shakhtar Donetsk|Dynamo Kyiv|Spartak Moscow|CSKA Moscow|" +
    "Lokomotiv Moscow|Red Star Belgrade|Partizan|Dinamo Zagreb|Hajduk Split|Legia Warsaw|Sparta Prague|Slavia Prague|" +
    "Club Brugge|Anderlecht|Sporting Lisbon|Al-Hilal|Al-Nassr|Al-Ahly|Al Ahly|Zamalek|Orlando Pirates|Kaizer Chiefs|" +
    "Corinthians|Gremio|Fluminense|Botafogo|Colo-Colo|LA Galaxy|Inter Miami|La Liga|Serie A|Bundesliga|" +
    "Premier League|Bayern Munich|Borussia Dortmund|Schalke|" +
    "Bayer Leverkusen|Werder Bremen|Real Madrid|Atlético Madrid|Atletico Madrid|Paris Saint-Germain|Olympiakos|" +
    "Panathinaikos|" +
    "Galatasaray|Fenerbahce|Besiktas|Flamengo|Palmeiras|River Plate|Boca Juniors|Saracens|Harlequins|Wasps",
};
