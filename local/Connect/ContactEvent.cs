using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Contracts;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.S3;

namespace SonicBridge.Local.Connect;

/// <summary>EventBridge's envelope <c>Amazon Connect Contact Event</c>.</summary>
internal static class ContactEvent
{
    /// <summary>The contact has ended.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Disconnected(ContactId contact, DateTimeOffset now)
    {
        var detail = new JsonObject
        {
            ["eventType"] = "DISCONNECTED",
            ["contactId"] = contact.ToString(),
            ["initialContactId"] = contact.ToString(),
            ["previousContactId"] = contact.ToString(),
            ["channel"] = "VOICE",
            ["instanceArn"] = Contact.InstanceArn,
            ["initiationMethod"] = "INBOUND",
            ["disconnectTimestamp"] = S3Xml.Time(now),
        };
        var resource = $"{Contact.InstanceArn}/contact/{contact}";
        return Encoding.UTF8.GetBytes(
            EventEnvelope.Of("aws.connect", "Amazon Connect Contact Event", resource, detail, now).ToJsonString()
        );
    }
}
