import { type Problem } from '../catalogue/problem.js';

/** Codes of everything that a command can be refused for; stable. */
export type RefusalCode =
  | Problem['code']
  | 'not-commanded'
  | 'version-conflict'
  | 'unknown-target'
  | 'target-not-original'
  | 'target-retracted'
  | 'illegal-step'
  | 'budget-below-zero'
  | 'budget-to-itself'
  | 'budget-shares'
  | 'transfer-to-holder'
  | 'no-offer'
  | 'seat-voted-already'
  | 'seat-without-vote'
  | 'votes-missing'
  | 'unknown-body'
  | 'outside-mandate'
  | 'seats-differ'
  | 'programme-closed';

/** Message and remedy in Finnish, Swedish and English; `{name}` stands for a field of the refusal. */
export interface RefusalText {
  readonly fi: readonly [message: string, remedy: string];
  readonly sv: readonly [message: string, remedy: string];
  readonly en: readonly [message: string, remedy: string];
}

const shapeTexts: Record<Problem['code'], RefusalText> = {
  'unknown-event-type': {
    fi: ['Tapahtumatyyppiä ei ole.', 'Käytä tapahtumaluettelon tyyppiä.'],
    sv: ['Händelsetypen finns inte.', 'Använd en typ ur händelsekatalogen.'],
    en: ['There is no such event type.', 'Use a type of the event catalogue.'],
  },
  'wrong-stream': {
    fi: ['Tapahtuma ei kuulu tähän virtaan.', 'Kirjaa se virtaan {expected}.'],
    sv: ['Händelsen hör inte till den här strömmen.', 'Registrera den i strömmen {expected}.'],
    en: ['The event does not belong in this stream.', 'Record it in {expected}.'],
  },
  'wrong-schema': {
    fi: ['Tapahtuman muodon versio on väärä.', 'Käytä versiota {expected}.'],
    sv: ['Händelsens formversion är fel.', 'Använd version {expected}.'],
    en: ["The version of the event's shape is wrong.", 'Use version {expected}.'],
  },
  'unknown-field': {
    fi: ['Kenttää {path} ei ole.', 'Poista se tai käytä jotakin näistä: {expected}.'],
    sv: ['Fältet {path} finns inte.', 'Ta bort det eller använd något av dessa: {expected}.'],
    en: ['There is no field {path}.', 'Remove it or use one of these: {expected}.'],
  },
  'missing-field': {
    fi: ['Kenttä {path} puuttuu.', 'Lisää se: {expected}'],
    sv: ['Fältet {path} saknas.', 'Lägg till det: {expected}'],
    en: ['The field {path} is missing.', 'Add it: {expected}'],
  },
  'invalid-value': {
    fi: ['Kentän {path} arvo ei kelpaa.', 'Anna {expected}.'],
    sv: ['Värdet i {path} duger inte.', 'Ange {expected}.'],
    en: ['The value of {path} is not valid.', 'Give {expected}.'],
  },
  'too-long': {
    fi: ['Kentän {path} arvo on liian pitkä.', 'Lyhennä: {expected}.'],
    sv: ['Värdet i {path} är för långt.', 'Förkorta: {expected}.'],
    en: ['The value of {path} is too long.', 'Shorten it: {expected}.'],
  },
  'integer-out-of-range': {
    fi: ['Kentän {path} luku ei ole sallitulla välillä.', 'Anna luku väliltä {expected}.'],
    sv: ['Talet i {path} ligger utanför det tillåtna.', 'Ange ett tal inom {expected}.'],
    en: ['The number of {path} is out of range.', 'Give a number within {expected}.'],
  },
  'invalid-date': {
    fi: ['Kentän {path} arvo ei ole päivämäärä.', 'Anna {expected}.'],
    sv: ['Värdet i {path} är inget datum.', 'Ange {expected}.'],
    en: ['The value of {path} is no date.', 'Give {expected}.'],
  },
  'lone-surrogate': {
    fi: ['Kentän {path} teksti on vioittunut.', 'Anna {expected}.'],
    sv: ['Texten i {path} är skadad.', 'Ange {expected}.'],
    en: ['The text of {path} is damaged.', 'Give {expected}.'],
  },
  'personal-data': {
    fi: [
      'Kentässä {path} näyttää olevan henkilötieto ({expected}).',
      'Poista se; nimet ja yhteystiedot ovat hakemistossa.',
    ],
    sv: [
      '{path} verkar innehålla en personuppgift ({expected}).',
      'Ta bort den; namn och kontaktuppgifter finns i katalogen.',
    ],
    en: ['{path} seems to hold personal data ({expected}).', 'Remove it; names and addresses live in the directory.'],
  },
};

const changeTexts = {
  'not-commanded': {
    fi: ['Vain moottori kirjaa tapahtuman {type}.', 'Kirjaa se, mistä se seuraa.'],
    sv: ['Endast motorn registrerar {type}.', 'Registrera det som den följer av.'],
    en: ['Only the engine records {type}.', 'Record the fact that it follows from.'],
  },
  'version-conflict': {
    fi: ['Virta on versiossa {version}, ei {expected}.', 'Lataa uudelleen ja päätä uusimman tiedon varassa.'],
    sv: ['Strömmen har version {version}, inte {expected}.', 'Ladda om och besluta utifrån det nyaste.'],
    en: ['The stream is at version {version}, not {expected}.', 'Load it again and decide on what is newest.'],
  },
  'unknown-target': {
    fi: ['Virrassa ei ole tapahtumaa {target}.', 'Nimeä tämän virran alkuperäinen tapahtuma.'],
    sv: ['Strömmen har ingen händelse {target}.', 'Ange en ursprunglig händelse i denna ström.'],
    en: ['The stream has no event {target}.', 'Name an original event of this stream.'],
  },
  'target-not-original': {
    fi: ['{target} ei ole alkuperäinen tosiseikka.', 'Nimeä se tapahtuma, jonka korjaus tai merkintä on.'],
    sv: ['{target} är inget ursprungligt faktum.', 'Ange den händelse som rättelsen gäller.'],
    en: ['{target} is no original fact or directive.', 'Name the event that it corrects; records are never corrected.'],
  },
  'target-retracted': {
    fi: ['Tapahtuma {target} on peruttu.', 'Peruutus on lopullinen: kirjaa tosiseikka uudelleen.'],
    sv: ['Händelsen {target} är återtagen.', 'Ett återtagande är slutligt: registrera faktumet på nytt.'],
    en: ['The event {target} was retracted.', 'A retraction is final: record the fact anew.'],
  },
  'illegal-step': {
    fi: [
      '{event} ei sovi kohteen {entity} vaiheisiin (tila: {status}).',
      'Tarkista päivä ja järjestys tai korjaa aiempi tapahtuma.',
    ],
    sv: [
      '{event} passar inte in i förloppet för {entity} (status: {status}).',
      'Kontrollera dag och ordning eller rätta en tidigare händelse.',
    ],
    en: [
      '{event} does not fit in the history of {entity} (status: {status}).',
      'Check the date and the order, or correct an earlier event.',
    ],
  },
} satisfies Record<string, RefusalText>;

const ruleTexts = {
  'budget-below-zero': {
    fi: ['Osa-alueella {entity} ei ole niin paljon rahaa.', 'Siirrä vähemmän tai korjaa aiempi siirto.'],
    sv: ['{entity} har inte så mycket pengar.', 'Flytta mindre eller rätta en tidigare flytt.'],
    en: ['{entity} does not have that much money.', 'Move less, or correct an earlier move.'],
  },
  'budget-to-itself': {
    fi: ['Rahaa ei voi siirtää samalle osa-alueelle.', 'Nimeä kaksi eri osa-aluetta.'],
    sv: ['Pengar kan inte flyttas till samma delområde.', 'Ange två olika delområden.'],
    en: ['Money cannot move to where it comes from.', 'Name two different sub-areas.'],
  },
  'budget-shares': {
    fi: [
      'Siirto muuttaisi hankkeen oman ja valtion rahoituksen osuuksia.',
      'Anna siirrolle omarahoitus osuuksien mukaan.',
    ],
    sv: [
      'Flytten skulle ändra andelarna av egen finansiering och understöd.',
      'Ange egen finansiering enligt andelarna.',
    ],
    en: ['The move would change the shares of own funding and grant.', 'Give the move own funding by the shares.'],
  },
  'transfer-to-holder': {
    fi: ['{to} vastaa palvelusta jo.', 'Nimeä toinen organisaatio.'],
    sv: ['{to} ansvarar redan för tjänsten.', 'Ange en annan organisation.'],
    en: ['{to} is responsible already.', 'Name another organisation.'],
  },
  'no-offer': {
    fi: ['Kohteelle {entity} ei ole avointa tarjousta.', 'Kirjaa ensin tarjous.'],
    sv: ['{entity} har inget öppet erbjudande.', 'Registrera erbjudandet först.'],
    en: ['No offer stands for {entity}.', 'Record the offer first.'],
  },
  'seat-voted-already': {
    fi: ['Paikka {seat} on jo äänestänyt.', 'Korjaa aiempi ääni, jos se on väärin.'],
    sv: ['Platsen {seat} har redan röstat.', 'Rätta den tidigare rösten om den är fel.'],
    en: ['The seat {seat} has voted already.', 'Correct the earlier vote if it is wrong.'],
  },
  'seat-without-vote': {
    fi: ['Paikalla {seat} ei ole ääntä tässä päätöksessä.', 'Läsnäolo kirjataan päätökseen, ei äänenä.'],
    sv: ['Platsen {seat} har ingen röst i detta beslut.', 'Närvaro antecknas i beslutet, inte som röst.'],
    en: ['The seat {seat} has no vote in this decision.', 'Presence is recorded with the decision, not as a vote.'],
  },
  'votes-missing': {
    fi: [
      'Ääniä on {approving}/{needed} puolesta, annettu {cast}/{quorum}.',
      'Kirjaa puuttuvat äänet tai toinen tulos.',
    ],
    sv: [
      '{approving}/{needed} röster för, {cast}/{quorum} avgivna.',
      'Registrera rösterna som saknas eller ett annat utfall.',
    ],
    en: [
      '{approving} of {needed} votes for it, {cast} of {quorum} cast.',
      'Record the missing votes, or another outcome.',
    ],
  },
  'unknown-body': {
    fi: ['Toimielintä {body} ei ole hankkeessa.', 'Kirjaa toimielin ensin.'],
    sv: ['Organet {body} finns inte i projektet.', 'Registrera organet först.'],
    en: ['The programme has no body {body}.', 'Record the body first.'],
  },
  'outside-mandate': {
    fi: ['Toimielin {body} ei voi päättää tästä silloin.', 'Pyydä päätöstä toimivaltaiselta toimielimeltä.'],
    sv: ['Organet {body} kan inte besluta om detta då.', 'Begär beslut av ett behörigt organ.'],
    en: ['The body {body} may not decide this then.', 'Ask a body that has the mandate.'],
  },
  'seats-differ': {
    fi: ['Luetellut paikat eivät ole toimielimen {body} äänivaltaiset paikat.', 'Lataa paikat uudelleen.'],
    sv: ['De uppräknade platserna är inte organets {body} röstberättigade platser.', 'Ladda platserna på nytt.'],
    en: ['The seats listed are not the voting seats of {body}.', 'Load the seats again.'],
  },
  'programme-closed': {
    fi: ['Hanke {programme} on päätetty {closed}.', 'Korjaa tai peru päättäminen, jos se on väärin.'],
    sv: ['Projektet {programme} är avslutat {closed}.', 'Rätta eller återta avslutandet om det är fel.'],
    en: ['The programme {programme} was closed on {closed}.', 'Correct or retract the closing if it is wrong.'],
  },
} satisfies Record<string, RefusalText>;

/** The one table of refusals. */
export const refusalTexts: Readonly<Record<RefusalCode, RefusalText>> = { ...shapeTexts, ...changeTexts, ...ruleTexts };
