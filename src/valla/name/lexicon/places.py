"""Places that everyone knows: countries, continents, and cities of a million or of long memory. A small own list."""

PLACES = frozenset(
    name.strip()
    for name in """
afghanistan; albania; algeria; america; andorra; angola; antarctica; arabia; argentina; armenia; asia; australia; austria;
austria-hungary; azerbaijan; babylon; bahrain; bangladesh; barbados; bavaria; belarus; belgium; bengal; bessarabia; bohemia;
bolivia; bosnia; botswana; brazil; britain; britannia; british isles; brittany; bulgaria; burgundy; burma; byzantium;
california; cambodia; cameroon; canada; castile; catalonia; caucasus; ceylon; chad; chechnya; chile; china; colombia; congo;
cornwall; corsica; costa rica; crete; crimea; croatia; cuba; cyprus; czechoslovakia; czech republic; dalmatia; denmark; east
germany; ecuador; egypt; el salvador; england; eritrea; estonia; ethiopia; europe; far east; finland; flanders; florida;
formosa; france; galicia; gascony; gaul; georgia; germany; ghana; great britain; greece; greenland; guatemala; guiana;
guinea; haiti; hannover; hanover; hawaii; holland; holy land; honduras; hungary; iceland; india; indochina; indonesia; iran;
iraq; ireland; israel; istria; italy; ivory coast; jamaica; japan; java; jordan; kazakhstan; kenya; korea; kosovo; kuwait;
laos; latin america; latvia; lebanon; liberia; libya; liechtenstein; lithuania; livonia; lombardy; lorraine; louisiana;
luxembourg; macedonia; madagascar; malaya; malaysia; mali; malta; manchuria; massachusetts; mauritius; mesopotamia; mexico;
middle east; moldavia; moldova; monaco; mongolia; montenegro; moravia; morocco; mozambique; namibia; naples; navarre; nepal;
netherlands; new england; new zealand; newfoundland; nicaragua; niger; nigeria; normandy; north america; north korea;
north vietnam; northumbria; norway; ohio; oman; ottoman empire; pakistan; palestine; panama; papua; paraguay; pennsylvania;
persia; peru; philippines; piedmont; poland; pomerania; portugal; provence; prussia; puerto rico; rhineland; rhodesia;
romania; rumania; ruritania; russia; rwanda; saxony; scandinavia; scotland; senegal; serbia; siam; siberia; sicily; silesia;
singapore; slovakia; slovenia; somalia; south africa; south america; south korea; soviet russia; soviet union; spain; sri
lanka; sudan; sweden; switzerland; syria; taiwan; tanzania; tartary; texas; thailand; tibet; togo; transylvania; tunisia;
turkey; tuscany; tyrol; uganda; ukraine; united kingdom; united states; united states of america; uruguay; ussr; uzbekistan;
venezuela; vermont; vietnam; virginia; wales; wallachia; west germany; western europe; eastern europe; westphalia; yemen;
yugoslavia; zambia; zanzibar; zimbabwe; u.s.s.r.; u.s.; u.s.a.; usa; uk; u.k.; british empire; roman empire; levant; balkans;
aachen; aberdeen; accra; aix; aleppo; alexandria; algiers; amsterdam; ankara; antioch; antwerp; archangel; athens; augsburg;
avignon; baghdad; baku; barcelona; basel; basle; bath; beijing; beirut; belfast; belgrade; bergen; berlin; berne; birmingham;
bloomington; bologna; bombay; bonn; bordeaux; boston; bratislava; bremen; breslau; brest-litovsk; brighton; bristol; brno;
bruges; brussels; bucharest; budapest; buenos aires; cadiz; cairo; calais; calcutta; cambridge; canterbury; canton; cape
town; caracas; cardiff; carthage; chicago; cologne; constantinople; copenhagen; cordoba; coventry; cracow; damascus; danzig;
delhi; detroit; dover; dresden; dublin; durham; dusseldorf; edinburgh; ephesus; exeter; ferrara; florence; frankfurt; geneva;
genoa; ghent; gibraltar; glasgow; grenoble; guangzhou; hamburg; hanoi; harvard; havana; heidelberg; helsinki; hiroshima; hong
kong; houston; hull; istanbul; izmir; jakarta; jena; jerusalem; johannesburg; kabul; kazan; kharkov; kharkiv; khartoum; kiel;
kiev; kyiv; kingston; kolkata; konigsberg; königsberg; krakow; kraków; kumasi; kyoto; lagos; lahore; lausanne; leeds; leiden;
leipzig; leningrad; lima; lincoln; lisbon; liverpool; łódź; lodz; london; los angeles; lublin; lucerne; lvov; lwów; lviv; lyon;
lyons; macao; madras; madrid; magdeburg; mainz; manchester; manila; mannheim; marseille; marseilles; mecca; medina; melbourne;
memphis; metz; mexico city; milan; minsk; modena; montreal; moscow; mumbai; munich; münster; nagasaki; nairobi; nancy; nanking;
nantes; naples; new delhi; new orleans; new york; newcastle; nice; norwich; nottingham; novgorod; nuremberg; odessa; oran;
orleans; osaka; oslo; ostend; ottawa; oxford; padua; palermo; paris; parma; pavia; peking; petersburg; petrograd; philadelphia;
pisa; plymouth; portsmouth; potsdam; prague; pressburg; princeton; pskov; quebec; ravenna; reims; rheims; riga; rio de janeiro;
rome; rostov; rotterdam; rouen; salamanca; salonica; salzburg; samarkand; san francisco; santiago; sarajevo; seoul; seville;
shanghai; sheffield; siena; smolensk; smyrna; sofia; southampton; sparta; st petersburg; st. petersburg; saint petersburg;
stalingrad; stockholm; strasbourg; strassburg; stuttgart; sydney; tallinn; tashkent; tbilisi; tehran; teheran; thebes;
tiflis; tokyo; toledo; toronto; toulon; toulouse; trier; trieste; tripoli; troy; tunis; turin; tver; ulm; uppsala; utrecht;
valencia; vatican; venice; verdun; verona; versailles; vichy; vienna; vilnius; vilna; vladivostok; warsaw; washington; weimar;
winchester; windsor; worms; york; zagreb; zurich; zürich; kremlin; westminster; whitehall; downing street; the hague; hague;
atlantic; pacific; mediterranean; baltic; black sea; red sea; north sea; danube; rhine; volga; nile; thames; seine; elbe; oder;
alps; pyrenees; urals; himalayas; sahara; new jersey; new hampshire; maryland; delaware; connecticut; rhode island; georgia;
north carolina; south carolina; kentucky; tennessee; mississippi; alabama; missouri; arkansas; michigan; wisconsin; iowa;
illinois; indiana; minnesota; kansas; nebraska; oregon; nevada; utah; colorado; arizona; new mexico; oklahoma; maine; alaska;
aden; addis ababa; adrianople; agra; ajaccio; almaty; amiens; angers; angora; arles; arras; ascension; asunción; auckland;
austerlitz; avila; azores; bahia; balmoral; bangkok; basra; batavia; batum; bayonne; benares; bermuda; bilbao; blenheim;
bogotá; bogota; brandenburg; brasília; brest; brisbane; bukhara; burgos; cádiz; caen; canary islands; cape colony; carlsbad;
cartagena; cawnpore; cephalonia; chandernagore; chartres; chemnitz; chernobyl; cherbourg; chester; colchester; colombo;
congo free state; cork; corfu; cremona; cronstadt; kronstadt; czernowitz; dakar; dar es salaam; dhaka; dieppe; dijon; dnieper;
don; dorpat; dundee; durban; east prussia; eisenach; ekaterinburg; yekaterinburg; elba; erfurt; erzurum; essen; faroe islands;
fez; fiume; formentera; freetown; fribourg; galway; gdansk; gdańsk; gloucester; goa; gotha; göttingen; granada; graz; grozny;
guadeloupe; haarlem; haifa; halifax; halle; hastings; heligoland; hereford; hormuz; hyderabad; ingolstadt; innsbruck; inverness;
irkutsk; isfahan; jaffa; jamestown; karachi; karlsruhe; kassel; katowice; kew; kishinev; klaipeda; kolyma; königgrätz; kovno;
kaunas; kuban; kut; kuybyshev; ladysmith; lancaster; lemberg; lepanto; lhasa; liège; liege; lille; limerick; limoges; linz;
livorno; leghorn; locarno; lourdes; louvain; lübeck; lucknow; lugansk; luhansk; lusaka; luxor; magadan; malaga; malacca; mantua;
marburg; maracaibo; marrakesh; martinique; memel; messina; mogilev; mombasa; montevideo; mosul; mukden; murmansk; mysore;
nablus; namur; new amsterdam; new south wales; nicosia; nijmegen; nikolaev; nîmes; northampton; norfolk; omsk; oporto; porto;
orenburg; orsha; oudh; pernambuco; perm; perth; peshawar; petrozavodsk; piraeus; pittsburgh; plovdiv; pondicherry; port arthur;
port said; port-au-prince; poznan; poznań; posen; pretoria; punjab; quito; ragusa; dubrovnik; rangoon; ratisbon; regensburg;
reval; reykjavik; rheinland; rhodes; rochelle; la rochelle; rostock; ryazan; saigon; saint helena; st helena; salerno; saloniki;
thessaloniki; samara; san sebastian; são paulo; saragossa; zaragoza; saratov; scutari; sebastopol; sevastopol; sedan; senlis;
shropshire; sidon; simbirsk; singapore; sinope; skopje; solovki; spandau; spitsbergen; split; stavropol; stettin; suez; surat;
surrey; sussex; kent; essex; devon; dorset; somerset; suffolk; wiltshire; yorkshire; lancashire; cumberland; swansea; syracuse;
szeged; tabriz; taganrog; tambov; tangier; tarragona; tartu; theresienstadt; tientsin; tianjin; tilsit; tomsk; trent; trinidad;
tripolitania; tromsø; trondheim; tsaritsyn; tsushima; tula; tyre; vaduz; valladolid; valletta; valparaíso; vancouver; varna;
vercelli; vicenza; vilno; vitebsk; volhynia; podolia; voronezh; wellington; wexford; wittenberg; wolfenbüttel; wrocław; würzburg;
yakutsk; yalta; yaroslavl; yekaterinoslav; yerevan; erivan; zhitomir; zaporozhye; cologny; lugano; neuchâtel; zaandam; galilee;
judea; judaea; samaria; macau; hankow; wuhan; chungking; yenan; canton; nankin; amoy; hainan; kwangtung; hunan; szechwan; mecklenburg;
hesse; franconia; swabia; holstein; schleswig; thuringia; umbria; calabria; sardinia; savoy; aragon; andalusia; asturias; biscay;
dakota; wyoming; montana; idaho; district of columbia; great lakes; west indies; east indies; santo domingo; vera cruz; yucatan
""".replace("\n", " ").split(";")
)
BOTH = frozenset(
    "florence don kent essex devon norfolk lancaster chester halifax perth hesse rhodes split surrey trent tyre wellington hastings sedan perm brest essen halle cork regina francis adelaide victoria lourdes virginia georgia sofia lincoln washington jordan sydney troy nancy york paris chad kingston madrid israel austin bath hull nice".split()
)
"""Places that are as often a person's name; they need a place's word before them."""
