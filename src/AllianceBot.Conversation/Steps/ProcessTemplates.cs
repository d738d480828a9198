using System.Reflection;
using System.Text.Json;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The process that partners begin with, for whoever makes one without a form.</summary>
public static class StartingProcess
{
    /// <param name="kind">The kind it is for.</param>
    /// <param name="say">Makes words of a text, numbered.</param>
    public static ProcessText Of(ConflictKind kind, Func<int, string, Domain.Words> say) =>
        ProcessTemplates.English.Text([kind], ProcessTemplates.English.NameOf(kind), say);
}

/// <summary>Where the partners begin: a ladder per kind of conflict in words that they may change. See Grammar/processes-(language).json.</summary>
internal sealed class ProcessTemplates
{
    public static readonly ProcessTemplates English = new("en");

    /// <summary>Working days to name somebody neutral, unless the partners say otherwise.</summary>
    public const int NamingDays = 15;

    private const int KeptDays = 180;
    private const int FollowUpDays = 20;
    private const int NoProgressDays = 5;

    private readonly JsonElement root;

    private ProcessTemplates(string language)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"grammar.processes-{language}.json")!;
        using var json = JsonDocument.Parse(file);
        root = json.RootElement.Clone();
    }

    /// <summary>What a process for this kind is called at first.</summary>
    public string NameOf(ConflictKind kind) => Kind(kind).GetProperty("name").GetString()!;

    /// <summary>A whole ladder to begin with.</summary>
    /// <param name="kinds">The kinds it is for; the first one says which ladder.</param>
    /// <param name="say">Makes words of a text, numbered.</param>
    public ProcessText Text(ValueList<ConflictKind> kinds, string name, Func<int, string, Domain.Words> say)
    {
        var number = 0;
        var words = Say(name);
        var rungs = Kind(kinds[0]).GetProperty("ladder").EnumerateArray().Select(step => Rung(step[0].GetString()!, step[1].GetInt32())).ToValueList();
        var hasReview = rungs[^1].IsFinal;
        return new(
            words, kinds, rungs, hasReview ? FinalOutcome.OutsideMediation : FinalOutcome.ClosedOpen,
            root.GetProperty("grounds").EnumerateArray().Select(ground => Say(ground.GetString()!)).ToValueList(),
            Enum.GetValues<Response>().Select(response => new ResponseStep(response, Say(Of(response)))).ToValueList(),
            KeptDays, FollowUpDays, NoProgressDays);

        Domain.Words Say(string text) => say(++number, text);
        Rung Rung(string id, int days)
        {
            var rung = root.GetProperty("rungs").GetProperty(id);
            var people = Enum.Parse<RungPeople>(rung.GetProperty("people").GetString()!);
            return new(Say(rung.GetProperty("name").GetString()!), people, Say(rung.GetProperty("todo").GetString()!), days)
            {
                SummaryNeeded = Has(rung, "summary"),
                StatementsNeeded = Has(rung, "statements"),
                HasNeutral = Has(rung, "neutral"),
                NameNeutralDays = Has(rung, "neutral") ? NamingDays : 0,
                IsFinal = people == RungPeople.AllPartners,
            };
        }
    }

    private string Of(Response response) => root.GetProperty("responses").GetProperty($"{response}").GetString()!;

    private JsonElement Kind(ConflictKind kind) => root.GetProperty("kinds").GetProperty($"{kind}");

    private static bool Has(JsonElement rung, string flag) => rung.TryGetProperty(flag, out var value) && value.GetBoolean();
}
