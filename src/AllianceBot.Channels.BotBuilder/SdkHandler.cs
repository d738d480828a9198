using System.Buffers;
using System.Text;
using AllianceBot.Channels.Teams;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>
/// One turn of the SDK. What is asked stands in the body as the channel's own reader read it: the SDK's objects have lost
/// what their JSON does not know, and have made dates of words that look like dates.
/// </summary>
internal sealed class SdkHandler(Turns turns, string turn, Incoming incoming) : ActivityHandler
{
    /// <summary>What it came to; null when the SDK had nothing for us.</summary>
    public Outcome? Outcome { get; private set; }

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        // The caller may ask the SDK to gather what is sent into the response. What we send goes through the connector.
        turnContext.Activity.DeliveryMode = null;
        return base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => TakeAsync();

    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => TakeAsync();

    protected override Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => TakeAsync();

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var outcome = await TakeAsync();
        return new() { Status = outcome.Status, Body = outcome.Body == OutcomeBody.None ? null : Raw(outcome) };
    }

    private async Task<Outcome> TakeAsync()
    {
        var outcome = await turns.TakeAsync(turn, incoming);
        Outcome = outcome;
        return outcome;
    }

    private static JRaw Raw(Outcome outcome)
    {
        var body = new ArrayBufferWriter<byte>();
        OutcomeWriter.Write(body, outcome);
        return new(Encoding.UTF8.GetString(body.WrittenSpan));
    }
}
