using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>Messages as the platform writes them.</summary>
internal static class Messages
{
    /// <summary>Answering a check-in by its button.</summary>
    public static byte[] Answer(Asked asked, string serviceUrl, string verb, int revision, string card, long delivery) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"name":"adaptiveCard/action","type":"invoke","timestamp":"2026-11-20T12:06:54.216Z","localTimestamp":"2026-11-20T06:06:54.216-06:00","id":"f:{{{delivery}}}-{{{asked.CheckIn}}}","channelId":"msteams","serviceUrl":"{{{serviceUrl}}}",{{{From(asked)}}},"replyToId":"1795176418696","value":{"action":{"type":"Action.Execute","title":"","verb":"{{{verb}}}","data":{"verb":"{{{verb}}}","alliance":"{{{asked.Alliance}}}","item":"checkin:{{{asked.CheckIn}}}","revision":"{{{revision}}}","card":"{{{card}}}","note":""}},"trigger":"manual"},"locale":"en-US","localTimezone":"America/Chicago"}
        """));

    /// <summary>Typed words in the personal chat.</summary>
    public static byte[] Typed(Asked asked, string serviceUrl, string text, long delivery) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"text":"{{{text}}}","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<p>{{{text}}}</p>"}],"type":"message","timestamp":"2026-11-20T12:06:54.216Z","localTimestamp":"2026-11-20T06:06:54.216-06:00","id":"{{{delivery}}}","channelId":"msteams","serviceUrl":"{{{serviceUrl}}}",{{{From(asked)}}},"locale":"en-US","localTimezone":"America/Chicago"}
        """));

    private static string From(Asked asked) =>
        $$$"""
        "from":{"id":"{{{asked.Account}}}","name":"Person Number {{{asked.User[^2..]}}}","aadObjectId":"{{{asked.User}}}"},"conversation":{"conversationType":"personal","tenantId":"{{{asked.Tenant}}}","id":"{{{asked.Conversation}}}"},"recipient":{"id":"28:{{{Platform.App}}}","name":"AllianceBot"},"entities":[{"locale":"en-US","country":"US","platform":"Web","timezone":"America/Chicago","type":"clientInfo"}],"channelData":{"tenant":{"id":"{{{asked.Tenant}}}"},"source":{"name":"message"},"legacy":{"replyToId":"1:1795176418696"}}
        """.Trim();
}
