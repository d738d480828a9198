using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;

namespace AllianceBot.Conversation.Tests;

/// <summary>The names of the sample alliance as one person may use them, with a few promises by number and title.</summary>
internal sealed class Spoken(PersonId me) : INames
{
    public static readonly CommitmentId ReferralForm = new("referral-form");
    public static readonly CommitmentId JobFair = new("job-fair");

    /// <summary>Friday 20 November 2026.</summary>
    public static readonly LocalDate Today = new(2026, 11, 20);

    private static readonly Alliance Alliance = Riverbend.Story.Aggregate(new Alliance(), AllianceDecider.Evolve);

    private static readonly (CommitmentId Id, int Number, string What)[] Promises =
        [(ReferralForm, 12, "Referral form v2"), (JobFair, 7, "Job fair"), (new("job-fair-2"), 8, "Job fair")];

    private readonly NameBook book = new(Alliance, me, [("the new one", Riverbend.Mei)]);

    public static Saying As(PersonId me, Verb? draft = null, string locale = "en") => new(new Spoken(me), Today, locale, draft);

    public IReadOnlyList<Known> Find(string key) => book.Find(key);

    public Known? Almost(string key) => book.Almost(key);

    public FoundCommitment Promise(string text)
    {
        var key = Tokens.Key(text);
        var digits = key.TrimStart('p', '#');
        var fits = Promises.Where(promise => $"{promise.Number}" == digits || Tokens.Key(promise.What) == key).ToList();
        return fits.Count == 1
            ? new(fits[0].Id, default, default)
            : new(null, fits.Select(static fit => new CommitmentHint(fit.Id, fit.Number, fit.What)).ToValueList(), default);
    }

    public RoundId? Round(string text) => book.Round(text);

    public string? Number(RoundId round) => book.Number(round);

    public DecisionId? Decision(string text) => book.Decision(text);

    public ProcessId? Process(string text) => text == "1" ? new("ladder") : null;

    public CaseId? Case(string text) => string.Equals(text, "K7F2", StringComparison.OrdinalIgnoreCase) ? new("dispute") : null;

    public IndicatorId? Indicator(string text) => book.Indicator(text);

    public string? Number(IndicatorId indicator) => book.Number(indicator);

    public GoalId? Goal(string key) => book.Goal(key);

    public string Number(GoalId goal) => book.Number(goal);

    public string? Number(CommitmentId promise) => Promises.FirstOrDefault(known => known.Id == promise) is { Number: > 0 } found ? $"P{found.Number}" : null;

    public string? Number(DecisionId decision) => book.Number(decision);

    public string? Number(ProcessId process) => process.Value == "ladder" ? "process 1" : null;

    public string? Number(CaseId conflict) => conflict.Value == "dispute" ? "K7F2" : null;

    public string NameOf(Subject who) => book.NameOf(who);

    public PartnerId? PartnerOf(Subject who) => book.PartnerOf(who);

    public bool IsOwn(Subject who) => book.IsOwn(who);
}
