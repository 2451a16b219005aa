using System.Text.Json.Nodes;
using SonicBridge.Contracts;

namespace SonicBridge.Local.Connect;

/// <summary>A contact: what Amazon Connect knows of one call while a flow runs.</summary>
public sealed class Contact
{
    public const string InstanceArn =
        "arn:aws:connect:us-east-1:000000000000:instance/10ca1000-0000-4000-8000-000000000000";

    // A number of the range set aside for fiction.
    private const string CallerNumber = "+12025550123";
    private const string SystemNumber = "+18005550199";

    public ContactId Id { get; } = ContactId.New();

    /// <summary>What the flow has set; it lasts as long as the contact.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The answer of the latest Lambda alone.</summary>
    public Dictionary<string, string> External { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the caller's voice is published, once media streaming has started.</summary>
    public MediaStream? Stream { get; set; }

    /// <summary>The queue that a transfer would go to.</summary>
    public string? TargetQueue { get; set; }

    /// <summary>The value of a reference such as <c>$.External.action</c>; empty when there is none, as in Connect.</summary>
    public string Resolve(IReadOnlyList<string> path) =>
        path switch
        {
            ["External", var key] => External.GetValueOrDefault(key, ""),
            ["Attributes", var key] => Attributes.GetValueOrDefault(key, ""),
            ["ContactId"] => Id.ToString(),
            ["InstanceARN"] => InstanceArn,
            ["Channel"] => "VOICE",
            ["CustomerEndpoint", "Address"] => CallerNumber,
            ["SystemEndpoint", "Address"] => SystemNumber,
            ["MediaStreams", "Customer", "Audio", "StreamARN"] => Stream?.Arn ?? "",
            ["MediaStreams", "Customer", "Audio", "StartFragmentNumber"] => Stream?.StartFragmentNumber ?? "",
            ["MediaStreams", "Customer", "Audio", "StartTimestamp"] => Stream?.StartTimestamp.ToString() ?? "",
            _ => "",
        };

    /// <summary>The event with which Connect invokes a Lambda.</summary>
    public JsonObject ToLambdaEvent(JsonObject parameters) =>
        new()
        {
            ["Name"] = "ContactFlowEvent",
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject
                {
                    ["Attributes"] = new JsonObject(
                        Attributes.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))
                    ),
                    ["Channel"] = "VOICE",
                    ["ContactId"] = Id.ToString(),
                    ["CustomerEndpoint"] = new JsonObject { ["Address"] = CallerNumber, ["Type"] = "TELEPHONE_NUMBER" },
                    ["CustomerId"] = null,
                    ["Description"] = null,
                    ["InitialContactId"] = Id.ToString(),
                    ["InitiationMethod"] = "INBOUND",
                    ["InstanceARN"] = InstanceArn,
                    ["LanguageCode"] = "en-US",
                    ["MediaStreams"] = new JsonObject
                    {
                        ["Customer"] = new JsonObject { ["Audio"] = Stream?.ToJson() },
                    },
                    ["Name"] = null,
                    ["PreviousContactId"] = Id.ToString(),
                    ["Queue"] = null,
                    ["References"] = new JsonObject(),
                    ["SystemEndpoint"] = new JsonObject { ["Address"] = SystemNumber, ["Type"] = "TELEPHONE_NUMBER" },
                },
                ["Parameters"] = parameters,
            },
        };
}

/// <summary>Where Connect publishes the caller's voice.</summary>
/// <param name="Arn">The Kinesis video stream.</param>
/// <param name="StartFragmentNumber">The first fragment of this contact.</param>
/// <param name="StartTimestamp">Unix milliseconds.</param>
public sealed record MediaStream(string Arn, string StartFragmentNumber, long StartTimestamp)
{
    internal JsonObject ToJson() =>
        new()
        {
            ["StreamARN"] = Arn,
            ["StartTimestamp"] = StartTimestamp.ToString(),
            ["StopTimestamp"] = null,
            ["StartFragmentNumber"] = StartFragmentNumber,
        };
}
