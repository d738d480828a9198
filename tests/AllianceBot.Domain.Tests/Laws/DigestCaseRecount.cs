using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Cases as digests speak of them, told from their events alone: open ones by step, and whose time is nearly over.</summary>
internal sealed class DigestCaseRecount(RecountPeople people)
{
    /// <summary>Of cases that one is not in a count is said only from so many of the same kind and step on.</summary>
    private const int Fewest = 2;

    private readonly Dictionary<CaseId, Told> cases = [];

    public bool IsIn(PersonId person, CaseId id) => cases.TryGetValue(id, out var told) && IsIn(person, told);

    /// <summary>The reader's own by step, then those of all by step.</summary>
    public IEnumerable<DigestCases> Of(PersonId reader)
    {
        var open = cases.Values.Where(static one => one.IsOpen).ToList();
        foreach (var step in open.Where(one => IsIn(reader, one)).GroupBy(static one => one.Step).OrderBy(static step => step.Key))
        {
            yield return new(step.Key, step.Count(), Own: true);
        }

        if (people.Observes(reader)) yield break;
        var enough = open.GroupBy(static one => (one.Kind, one.Step)).Where(static few => few.Count() >= Fewest);
        foreach (var step in enough.GroupBy(static few => few.Key.Step).OrderBy(static step => step.Key))
        {
            yield return new(step.Key, step.Sum(static few => few.Count()), Own: false);
        }
    }

    /// <summary>Open ones of which this person is the neutral, and whose first clock ends before that day.</summary>
    public int Ending(PersonId neutral, LocalDate before) => cases.Values.Count(one => one.IsOpen && one.Neutral == neutral
        && one.Running.Any(time => LastDay(one, time) < before));

    public void Take(CaseEvent happened)
    {
        if (!cases.TryGetValue(happened.Case, out var told)) cases[happened.Case] = told = new();
        switch (happened)
        {
            case CaseOpened e:
                (told.Kind, told.IsOpen) = (e.Kind, true);
                told.Parties.AddRange(e.Parties);
                told.Inside.AddRange(e.People.Select(static one => (one.Person, one.Partner)));
                told.Clocks[CaseTimer.Answer] = e.Answer;
                break;
            case CaseMoved e:
                (told.Rung, told.IsOpen, told.Rests) = (e.Rung, true, false);
                told.Inside.AddRange(e.Joins.Select(static one => (one.Person, one.Partner)));
                told.Clocks.Clear();
                told.Set(CaseTimer.Rung, e.Time);
                told.Set(CaseTimer.Statements, e.Statements);
                break;
            case CasePersonLeft e:
                told.Inside.RemoveAll(one => one == (e.Person, e.Partner));
                if (e.Heir is { } heir) told.Inside.Add((heir, e.Partner));
                break;
            case CasePartyLeft e: told.Parties.Remove(e.Partner); break;
            case CaseNeutralNamed e:
                told.Neutral = e.Person;
                if (e.Time is not null) told.Set(CaseTimer.Rung, e.Time);
                break;
            case CaseNeutralGone e:
                told.Neutral = null;
                if (e.Time is not null) told.Set(CaseTimer.Rung, e.Time);
                break;
            case CaseClosed or CaseReferred or CaseExited or CaseWithdrawn:
                told.IsOpen = false;
                told.Clocks.Clear();
                break;
            default: Clock(told, happened); break;
        }
    }

    private static void Clock(Told told, CaseEvent happened)
    {
        switch (happened)
        {
            case CaseTimeUp: told.Set(CaseTimer.Rung, null); break;
            case CaseTimesMoved e:
                foreach (var moved in e.Times) told.Set(moved.Timer, moved.Time);
                break;
            case CaseExtended e: told.Set(CaseTimer.Rung, e.Time); break;
            case CasePaused:
                told.Rests = true;
                told.Set(CaseTimer.Rung, null);
                break;
            case CaseResumed e:
                told.Rests = false;
                told.Set(CaseTimer.Rung, e.Time);
                told.Set(CaseTimer.Statements, e.Statements);
                break;
            case CaseStatementsShown: told.Set(CaseTimer.Statements, null); break;
            // The step's own time stands still meanwhile.
            case CaseSettlementProposed e:
                told.Set(CaseTimer.Settlement, e.Time);
                told.Set(CaseTimer.Rung, null);
                break;
            case CaseSettlementDropped e:
                told.Set(CaseTimer.Settlement, null);
                told.Set(CaseTimer.Rung, e.Time);
                break;
            case CaseSettled: told.Clocks.Clear(); break;
            case CaseFollowUpAsked e: told.Set(CaseTimer.FollowUp, e.Time); break;
            case CaseFollowUpReminded e: told.Set(CaseTimer.FollowUp, e.Time); break;
            case CaseReviewAsked e:
                told.Set(CaseTimer.Rung, null);
                told.Set(CaseTimer.ReviewText, e.Time);
                break;
            case CaseReviewOpened: told.Set(CaseTimer.ReviewText, null); break;
        }
    }

    /// <summary>Whoever is neutral in it, was named or joined, and is still of that organisation.</summary>
    private bool IsIn(PersonId person, Told told) => people.IsIn(person)
        && (told.Neutral == person || told.Inside.Exists(one => one.Person == person && (one.Of is not { } of || people.IsOf(person, of))));

    private LocalDate LastDay(Told told, CaseTime time) => LocalDate.Max(
        people.Date(time.By - Duration.Epsilon), people.Working(told.Parties, people.Date(time.From), time.Days));

    private sealed class Told
    {
        public ConflictKind Kind { get; set; }

        public bool IsOpen { get; set; }

        public int Rung { get; set; }

        /// <summary>A new one stands before the first step and is told with it.</summary>
        public int Step => Math.Max(1, Rung);

        public PersonId? Neutral { get; set; }

        public List<PartnerId> Parties { get; } = [];

        public List<(PersonId Person, PartnerId? Of)> Inside { get; } = [];

        public Dictionary<CaseTimer, CaseTime> Clocks { get; } = [];

        public bool Rests { get; set; }

        /// <summary>While it rests none runs; while a settlement is on the table nobody writes the text of a review.</summary>
        public IEnumerable<CaseTime> Running => Rests ? [] : Clocks
            .Where(one => one.Key != CaseTimer.ReviewText || !Clocks.ContainsKey(CaseTimer.Settlement)).Select(static one => one.Value);

        public void Set(CaseTimer timer, CaseTime? time)
        {
            if (time is { } running) Clocks[timer] = running;
            else Clocks.Remove(timer);
        }
    }
}
