using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AllianceBot.Domain;

/// <summary>How a case comes to be: between two to six partners, under a process that all of them have ratified.</summary>
internal static class CaseOpening
{
    public static readonly Refusal OwnOrganisation = new("case.own-organisation");
    public static readonly Refusal AgainstYourself = new("case.against-yourself");
    public static readonly Refusal NobodyNamed = new("case.nobody-named");
    public static readonly Refusal TooManyParties = new Refusal("case.too-many-parties").With("most", $"{Limits.CaseParties}");
    public static readonly Refusal TooManyPeople = new Refusal("case.too-many-people").With("most", $"{Limits.CasePeople}");
    public static readonly Refusal OnBothSides = new("case.on-both-sides");
    public static readonly Refusal PersonUnknown = new("case.person-unknown");
    public static readonly Refusal NobodyThere = new("case.nobody-there");
    public static readonly Refusal WhichParty = new("case.which-party");
    public static readonly Refusal PersonOfNoParty = new("case.person-of-no-party");

    /// <summary>Facts: kind, and each partner that has not agreed.</summary>
    public static readonly Refusal NoProcess = new("case.no-process");

    /// <summary>By one person, so that it tells nothing about others.</summary>
    public static readonly Refusal TooMany = new Refusal("limit.cases").With("limit", $"{Limits.OpenCasesOfOne}");

    public static ValueList<Refusal> All =>
    [
        OwnOrganisation, AgainstYourself, NobodyNamed, TooManyParties, TooManyPeople, OnBothSides, PersonUnknown, NobodyThere, WhichParty,
        PersonOfNoParty, NoProcess, TooMany,
    ];

    /// <summary>The first sign is a digit, so that no word is taken for a case and no case for a word.</summary>
    private const string Digits = "23456789";
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static Outcome Open(Alliance alliance, OpenCase open, CommandContext context)
    {
        if (alliance.Cases.Find(open.Case) is { } known) return known.Opener == context.By && CaseRights.Reads(alliance, known, context.By) ? Outcome.Nothing : Refusal.NotYours;
        if (!May.Do(alliance, context.By, Act.OpenCase, alliance.Id)) return Refusal.NotYours;
        if (!Ids.IsValid(open.Case) || !Enum.IsDefined(open.Kind)) return SetUpDecider.BadId;
        if (open.About is { } about && !May.Do(alliance, context.By, Act.SeeState, about)) return Refusal.NotYours;
        var from = open.Concern is { } id ? alliance.Concerns.Find(id) : null;
        if (open.Concern is not null && (from is null || !May.Do(alliance, context.By, Act.LeadConcern, from.Id))) return Refusal.NotYours;
        if (from is not null && from.LastAsk == open.Ask && from.LastBy == context.By) return Outcome.Nothing;
        if (from is { IsOpen: false }) return ConcernDecider.Ended;
        if (TextRules.Text(open.Matter, "matter") is { } bad) return bad;
        var own = alliance.PartnersOf(context.By);
        if (open.For is { } named && !own.Contains(named)) return Refusal.NotYours;
        if (open.For is null && own.Count > 1) return WhichParty;
        var party = open.For ?? own[0];
        if (Named(alliance, open, party, context.By, out var people) is { } wrong) return wrong;
        var parties = people.Select(static one => one.Partner!.Value).Distinct().ToValueList();
        if (open.Person is { } standing)
        {
            if (!parties.Any(partner => alliance.IsOf(standing, partner))) return PersonOfNoParty;
            if (!people.Any(one => one.Person == standing)) people = people.Add(new(standing, null, CaseRole.Standing, 0));
        }

        if (Processes.InForce(alliance, open.Kind, parties) is not var (process, version)) return Recorded(alliance, open, from, people, parties, context);
        if (alliance.Cases.Count(one => one.IsOpen && one.Opener == context.By) >= Limits.OpenCasesOfOne) return TooMany;
        if (open.Kind == ConflictKind.SharedPersonnel) people = WithPersonnel(alliance, people, parties);
        var draft = new Case { Parties = parties.Select(static partner => new CaseParty(partner)).ToValueList() };
        var opened = new CaseOpened(
            open.Case, NameOf(alliance, open.Ask), open.Kind, process.Id, version.Number, open.Matter, party, parties, people, open.Person,
            open.Concern, open.About, CaseClock.Time(alliance, draft, context.At, CaseClock.AnswerDays));
        return from is null ? opened : Outcome.Of(opened, new ConcernBecameCase(from.Id, open.Case));
    }

    /// <summary>
    /// There is no process that all sides agreed to. It is on record as a concern, the facilitators are told, and a second
    /// wish for the same is answered with who has not agreed.
    /// </summary>
    private static Outcome Recorded(
        Alliance alliance, OpenCase open, Concern? from, ValueList<CasePerson> people, ValueList<PartnerId> parties, CommandContext context)
    {
        var missing = Processes.Missing(alliance, open.Kind, parties);
        if (from is { Lacking.Count: > 0 })
        {
            return missing.Aggregate(NoProcess.With("kind", CommitmentHistory.Code(open.Kind)), static (said, partner) => said.With("partner", partner.Value));
        }

        if (from is not null) return new ConcernLacksProcess(from.Id, missing);
        var id = new ConcernId(open.Case.Value);
        if (alliance.Concerns.Find(id) is { } known) return known.By == context.By ? Outcome.Nothing : Refusal.NotYours;
        if (ConcernDecider.Full(alliance, context.By) is { } full) return full;
        var others = people.Select(static one => one.Person).Distinct().Where(person => person != context.By).ToValueList();
        return Outcome.Of(
            new ConcernRaised(id, open.Matter, open.Kind, others, open.About, null), new ConcernLacksProcess(id, missing));
    }

    private static Refusal? Named(Alliance alliance, OpenCase open, PartnerId party, PersonId by, out ValueList<CasePerson> people)
    {
        people = [new(by, party, CaseRole.Concerned, 0)];
        if (open.With.Count == 0) return NobodyNamed;
        if (open.With.All(asked => asked.Person == by)) return AgainstYourself;
        if (open.With.All(asked => asked.Partner == party)) return OwnOrganisation;
        foreach (var asked in open.With)
        {
            if (asked.Person == by) return AgainstYourself;
            if (alliance.Partners.Find(asked.Partner) is not { Left: false }) return PersonUnknown;
            var named = asked.Person is { } person ? [person] : Contacts(alliance, asked.Partner, people);
            if (named.Count == 0) return NobodyThere.With("partner", asked.Partner.Value);
            foreach (var one in named)
            {
                if (!alliance.IsOf(one, asked.Partner)) return PersonUnknown;
                var there = people.Where(held => held.Person == one).ToList();
                if (there.Exists(held => held.Partner != asked.Partner)) return OnBothSides.With("person", one.Value);
                if (there.Count == 0) people = people.Add(new(one, asked.Partner, CaseRole.Concerned, 0));
            }
        }

        if (people.Count > Limits.CasePeople) return TooManyPeople;
        return people.Select(static one => one.Partner).Distinct().Count() > Limits.CaseParties ? TooManyParties : null;
    }

    private static ValueList<PersonId> Contacts(Alliance alliance, PartnerId partner, ValueList<CasePerson> people) =>
        alliance.ContactsOf(partner).RemoveAll(person => people.Any(held => held.Person == person && held.Partner != partner));

    /// <summary>About shared staff each side's own rules hold, so whoever knows them is brought in.</summary>
    private static ValueList<CasePerson> WithPersonnel(Alliance alliance, ValueList<CasePerson> people, ValueList<PartnerId> parties)
    {
        foreach (var party in parties)
        {
            foreach (var person in alliance.With(Role.PersonnelContact, party))
            {
                if (!people.Any(held => held.Person == person)) people = people.Add(new(person, party, CaseRole.Personnel, 0));
            }
        }

        return people;
    }

    /// <summary>K and three signs, drawn from the ask; of a name that is taken the next draw, and after many one sign more.</summary>
    private static string NameOf(Alliance alliance, AskId ask)
    {
        var taken = alliance.Cases.Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        for (var draw = 0; ; draw++)
        {
            var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ask.Value}/{draw}")));
            var name = new StringBuilder("K");
            for (var sign = 0; sign < 3 + (draw / 16); sign++)
            {
                var signs = sign == 0 ? Digits : Signs;
                name.Append(signs[bytes[sign] % signs.Length]);
            }

            if (!taken.Contains(name.ToString())) return name.ToString();
        }
    }
}
