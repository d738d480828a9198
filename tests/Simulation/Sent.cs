using AllianceBot.Domain;
using AllianceBot.Engine;

namespace Simulation;

/// <summary>An ask on its way, and what its asker was told.</summary>
internal sealed class Sent(AllianceId alliance, Command command, PersonId by, AskEnvelope envelope)
{
    public AllianceId Alliance => alliance;

    public Command Command => command;

    public PersonId By => by;

    public AskEnvelope Envelope => envelope;

    public Task<Decided>? Answer { get; set; }

    /// <summary>It was told that events came of it.</summary>
    public bool WasDone { get; private set; }

    /// <summary>It was told no, or that nothing was done, and never anything else.</summary>
    public bool WasOnlyDenied { get; private set; } = true;

    /// <summary>Asked again, it was told no although it had been told that it was done.</summary>
    public bool WasContradicted { get; private set; }

    /// <summary>What it was told last, in a word.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Takes in the answer, if there is one. False while there is none.</summary>
    public async Task<bool> HearAsync()
    {
        if (Answer is not { IsCompleted: true } answer) return false;
        Answer = null;
        try
        {
            var decided = await answer;
            Last = decided.Refusal?.Code ?? "done";
            if (decided.Refusal is not null)
            {
                WasContradicted |= WasDone;
                return true;
            }

            WasOnlyDenied = false;
            if (decided.Outcome is Outcome.Happened { Events.Count: > 0 }) WasDone = true;
        }
        catch (BusyException)
        {
            // Nothing was done, so it stays denied.
            Last = "busy";
        }

        return true;
    }

    /// <summary>The process died before it answered: nobody knows.</summary>
    public void Lost() => (Answer, WasOnlyDenied) = (null, false);
}
