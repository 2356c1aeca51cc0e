package dev.tuneornot.portfolio.importing;

/** What people call the fields, in English, German and French: data for {@link Fields}. */
final class FieldNames {

  /**
   * One field a line: its name, a colon, its headings, the most telling first. Behind {@code !} the
   * words that say that a heading means something else. Case, accents and punctuation do not count.
   */
  static final String TABLE =
      """
      proposalId: proposal id, projekt id, project id, id projet, id, projektnummer, projekt nr, project number, project no, project key, projektkennung, vorschlag nr, antragsnummer, numero de projet, n de projet, identifiant, identifier, kennung, key, schluessel, reference, referenz, ref, nummer, number, numero, nr, no, kuerzel, code, ticket, lfd nr, laufende nummer
      portfolio: portfolio, portfolio name, geschaeftsbereich, bereich, abteilung, fachbereich, business unit, department, unit, team, domaine, departement, service, direction, equipe
      title: title, titel, titre, projekttitel, project title, projektname, project name, nom du projet, name, nom, projekt, project, projet, vorhaben, anwendungsfall, use case, cas d usage, bezeichnung, intitule, libelle, kurzbeschreibung, beschreibung, description
      submittedAt: submitted at, submitted on, submitted, submission date, date submitted, eingereicht am, eingereicht, einreichungsdatum, antragsdatum, beantragt am, eingangsdatum, eingang, date de soumission, soumis le, depose le, date de depot, erstellt am, angelegt am, created at, created on, created, cree le, datum, date
      stage: stage, status, phase, projektstatus, project status, stand, statut, etat, state
      liveSince: live since, live seit, produktiv seit, in produktion seit, in betrieb seit, go live, go live datum, go live date, in production since, en production depuis, mise en production, date de mise en production
      promptingSufficient: prompting sufficient, prompting enough, prompting is enough, prompting reicht, prompting reicht aus, reicht prompting, prompting genuegt, prompting ausreichend, prompting suffisant, prompting suffit, prompt suffit
      fewShotTried: few shot tried, few shot, few shot probiert, few shot versucht, few shot getestet, few shot tested, few shot essaye, few shot teste
      structuredOutputTried: structured output tried, structured output, structured outputs tried, strukturierte ausgabe probiert, strukturierte ausgabe versucht, strukturierte ausgabe getestet, strukturierte ausgabe, sortie structuree essayee, sortie structuree testee, sortie structuree, json mode tried
      ragSufficient: rag sufficient, rag enough, rag is enough, rag reicht, rag reicht aus, reicht rag, rag genuegt, rag ausreichend, rag suffisant, rag suffit, retrieval sufficient
      narrowTask: narrow task, task narrow, narrow and well defined, enge aufgabe, aufgabe eng, eng umrissen, aufgabe eng umrissen, eng umrissene aufgabe, klar umrissen, klar abgegrenzt, aufgabe klar abgegrenzt, tache etroite, tache bien definie, tache delimitee
      trainingData.examples: training examples, labelled examples, labeled examples, examples, number of examples, trainingsbeispiele, beispiele, anzahl beispiele, trainingsdaten, datensaetze, exemples, exemples d entrainement, nombre d exemples, training data ! token, tokens, cost, costs, kosten, cout, quality, qualitaet, qualite
      trainingData.quality: data quality, data of good quality, good data quality, training data quality, datenqualitaet, datenqualitaet gut, gute datenqualitaet, daten gut, qualite des donnees, donnees de qualite
      trainingData.avgTokensPerExample: tokens per example, average tokens per example, tokens pro beispiel, tokens je beispiel, tokens par exemple
      trainingData.epochs: epochs, training epochs, epochen, trainingsepochen, epoques
      trainingData.trainingHours: training hours, hours of training, trainingsstunden, trainingsdauer stunden, stunden training, heures d entrainement
      needs: needs, need, bedarf, beduerfnisse, anforderungen, requirements, besoins, exigences
      workload.requestsPerMonth: requests per month, monthly requests, api calls per month, calls per month, requests month, anfragen pro monat, monatliche anfragen, aufrufe pro monat, anfragen im monat, requetes par mois, requetes mensuelles, appels par mois, volume mensuel, monthly volume, volume per month, volumen pro monat, monatsvolumen, requests, anfragen, requetes, api calls, aufrufe ! day, daily, tag, taeglich, jour, year, yearly, annual, jahr, jaehrlich, an, annee, week, woche, semaine, hour, stunde, heure, second, sekunde, quarter, quartal, trimestre, cost, costs, kosten, cout, preis, price, usd, eur, token, tokens
      workload.requestsPerMonthLow: requests per month low, requests low, lowest requests per month, min requests per month, anfragen pro monat min, anfragen min, anfragen mindestens, anfragen pro monat niedrig, requetes par mois min, requetes min ! day, tag, jour, year, jahr, an
      workload.requestsPerMonthHigh: requests per month high, requests high, highest requests per month, max requests per month, anfragen pro monat max, anfragen max, anfragen hoechstens, anfragen pro monat hoch, requetes par mois max, requetes max ! day, tag, jour, year, jahr, an
      workload.promptTokens: prompt tokens, input tokens, prompt tokens per request, input tokens per request, tokens per prompt, prompt length tokens, tokens in, eingabetokens, eingabe tokens, eingangstokens, prompt tokens pro anfrage, eingabetokens pro anfrage, tokens eingabe, tokens d entree, tokens en entree, jetons d entree, tokens du prompt, tokens entree par requete ! month, monat, mois, total, gesamt, cached, day, tag, cost, kosten, cout, price, preis
      workload.removableTokens: removable tokens, removable prompt tokens, tokens removable, entfallende tokens, wegfallende tokens, einsparbare tokens, entfernbare tokens, tokens supprimables, tokens economisables
      workload.cachedShare: cached share, cache share, cache hit rate, cache rate, cache hits, cacheanteil, anteil cache, cache quote, cache trefferquote, part en cache, taux de cache, part du cache ! write, schreib, ecriture, kept
      workload.cacheWriteShare: cache write share, share of cache writes, cache schreibanteil, anteil cache schreiben, part d ecriture du cache
      workload.keptCachedShare: kept cached share, cached share of kept tokens, cacheanteil rest, cacheanteil der uebrigen tokens
      workload.batchShare: batch share, share of batch requests, batchanteil, anteil batch, part batch, part en batch
      workload.fewShotTokens: few shot tokens, tokens of few shot examples, few shot beispiel tokens, tokens few shot
      workload.outputTokens: output tokens, completion tokens, output tokens per request, tokens out, response tokens, answer tokens, ausgabetokens, ausgabe tokens, antworttokens, antwort tokens, ausgabetokens pro anfrage, tokens ausgabe, tokens de sortie, tokens en sortie, jetons de sortie, tokens sortie par requete ! month, monat, mois, total, gesamt, day, tag, tuned, cost, kosten, cout, price, preis
      workload.tunedOutputTokens: tuned output tokens, output tokens tuned, output tokens after tuning, ausgabetokens nach tuning, ausgabetokens getunt, tokens de sortie apres tuning
      retrieval.tokens: retrieval tokens, rag tokens, tokens of retrieval, retrieved tokens, rag kontext tokens
      retrieval.perRequest: retrieval cost per request, rag cost per request, rag kosten pro anfrage, cout rag par requete
      retrieval.perMonth: retrieval cost per month, rag cost per month, rag kosten pro monat, cout rag par mois
      retrieval.upfront: retrieval upfront cost, rag upfront cost, rag einmalkosten, cout initial rag
      baselineModel: baseline model, current model, model in use, aktuelles modell, heutiges modell, modell heute, ist modell, genutztes modell, eingesetztes modell, basismodell, modele actuel, modele utilise, baseline, model, modell, modele, llm, llm model
      alternativeModels: alternative models, alternatives, alternative model, alternativmodelle, alternative modelle, alternativen, modeles alternatifs
      candidateModels: candidate models, candidate model, models to tune, model to tune, candidates, tuning candidates, kandidaten, kandidatenmodelle, tuning kandidaten, zu tunende modelle, zielmodell, zielmodelle, modeles candidats, candidats, target model, fine tuning model
      costs.dataPreparation: data preparation, data preparation cost, cost of data preparation, datenaufbereitung, kosten datenaufbereitung, kosten der datenaufbereitung, datenvorbereitung, kosten datenvorbereitung, preparation des donnees, cout preparation des donnees
      costs.engineering: engineering, engineering cost, cost of engineering, development cost, entwicklungskosten, kosten entwicklung, entwicklung, ingenierie, cout d ingenierie, cout de developpement, developpement
      costs.evaluation: evaluation, evaluation cost, cost of evaluation, evaluierung, kosten evaluierung, kosten evaluation, testkosten, cout d evaluation
      costs.retrainEveryMonths: retrain every months, months between trainings, retraining months, retraining interval months, nachtraining alle monate, neu trainieren alle monate, nachtraining monate, reentrainement tous les mois, reentrainement mois
      costs.trainingRuns: training runs, number of training runs, trainingslaeufe, anzahl trainingslaeufe, entrainements, nombre d entrainements
      costs.overrun: cost overrun, overrun, kostenueberschreitung, ueberschreitung, puffer, risikoaufschlag, contingency, depassement, depassement des couts
      costs.perExample: cost per example, cost per labelled example, labelling cost per example, kosten pro beispiel, kosten je beispiel, cout par exemple
      needs.DOMAIN_KNOWLEDGE: domain knowledge, fachwissen, domaenenwissen, connaissances metier
      needs.STYLE_OR_FORMAT: style or format, style, format, stil oder format, stil, style ou format
      needs.SPECIFIC_BEHAVIOR: specific behavior, specific behaviour, bestimmtes verhalten, spezifisches verhalten, verhalten, comportement specifique
      needs.LOW_LATENCY: low latency, niedrige latenz, geringe latenz, schnelle antwort, latenz, latency, faible latence, latence
      needs.FRESH_KNOWLEDGE: fresh knowledge, current knowledge, up to date knowledge, aktuelles wissen, aktualitaet, connaissances a jour
      needs.LOW_COST_PER_REQUEST: low cost per request, low cost, niedrige kosten pro anfrage, geringe kosten pro anfrage, niedrige kosten, geringe kosten, faible cout par requete, faible cout
      needs.SOURCE_ATTRIBUTION: source attribution, citations, quellenangabe, quellenangaben, quellennachweis, attribution des sources, citation des sources
      needs.DOMAIN_LANGUAGE: domain language, fachsprache, domain jargon, langage metier
      """;

  private FieldNames() {}
}
