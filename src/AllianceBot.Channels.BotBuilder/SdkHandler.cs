using AllianceBot.Channels.Teams;
using AllianceBot.Engine;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>Turns the SDK's turn into an ask; everything else is the channel's own.</summary>
internal sealed class SdkHandler(Callers callers, Turns turns, Replies replies) : TeamsActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        TakeAsync(turnContext);

    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => TakeAsync(turnContext);

    protected override Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => TakeAsync(turnContext);

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var incoming = Read(turnContext);
        if (incoming.Press is not { } press) return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        if (press.Fault is { } code) return CreateInvokeResponse(Error(code, ""));
        var content = Asks.Content(incoming) ?? throw new TurnRefusedException(400, "incomplete");
        var (ask, answer) = await AnswerAsync(incoming, content);

        // A client's own refresh causes no message whatever: it would refresh again, for ever.
        if (answer.Privately is not null && content is Pressed { Automatic: false }) replies.Add(ask, Answer.None with { Privately = answer.Privately });
        return CreateInvokeResponse(Body(answer));
    }

    private async Task TakeAsync(ITurnContext turnContext)
    {
        var incoming = Read(turnContext);
        if (Asks.Content(incoming) is not { } content) return;
        var (ask, answer) = await AnswerAsync(incoming, content);
        replies.Add(ask, answer);
    }

    private Incoming Read(ITurnContext turnContext)
    {
        var incoming = SdkReader.Read(turnContext.Activity);

        // The SDK has looked at the token and what it says; these are what a body may not claim even so.
        if (callers.Forbids(new Caller(200, "", null), incoming) is { } reason) throw new TurnRefusedException(403, reason);
        return incoming;
    }

    private async Task<(Ask Ask, Answer Answer)> AnswerAsync(Incoming incoming, AskContent content)
    {
        if (!incoming.IsWhole) throw new TurnRefusedException(400, "incomplete");
        var (ask, answer) = await turns.AnswerAsync(incoming.Id, incoming, content);
        return (ask ?? throw new TurnRefusedException(503, "busy"), answer);
    }

    private static AdaptiveCardInvokeResponse Body(Answer answer) => answer switch
    {
        { Fault: true } => Error("BadRequest", answer.Text),
        { Card.Length: 0 } => Response(200, "application/vnd.microsoft.activity.message", answer.Text),
        _ => Response(200, "application/vnd.microsoft.card.adaptive", new JRaw(System.Text.Encoding.UTF8.GetString(answer.Card.Span))),
    };

    private static AdaptiveCardInvokeResponse Error(string code, string message) =>
        Response(400, "application/vnd.microsoft.error", new JObject { ["code"] = code, ["message"] = message });

    private static AdaptiveCardInvokeResponse Response(int status, string type, object value) =>
        new() { StatusCode = status, Type = type, Value = value };
}
