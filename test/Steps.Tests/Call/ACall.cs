using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>One call, and what Connect and the functions say of it.</summary>
internal static class ACall
{
    public const string Id = "5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e";
    public const string Bucket = "calls-bucket";
    public const string StreamArn =
        "arn:aws:kinesisvideo:us-east-1:111122223333:stream/nova-connect-shop-contact-2e8a/1700000000000";

    public const string Folder = $"s3://{Bucket}/calls/{Id}/";

    public static ContactId ContactId { get; } = ContactId.Parse(Id);

    /// <summary>The key of one of the call's files.</summary>
    public static string Key(string file) => $"calls/{Id}/{file}";

    /// <summary>A function's time and logger; Connect's functions have eight seconds.</summary>
    public static TestLambdaContext Context(double seconds = 8) =>
        new() { RemainingTime = TimeSpan.FromSeconds(seconds) };

    public static string Logged(TestLambdaContext context) => ((TestLambdaLogger)context.Logger).Buffer.ToString();

    /// <summary>Connect's event.</summary>
    public static JsonObject Envelope() =>
        JsonNode
            .Parse(
                $$"""
                {
                  "Name": "ContactFlowEvent",
                  "Details": {
                    "ContactData": {
                      "Attributes": {}, "Channel": "VOICE", "ContactId": "{{Id}}",
                      "CustomerEndpoint": { "Address": "+12025550123", "Type": "TELEPHONE_NUMBER" },
                      "CustomerId": null, "InitialContactId": "{{Id}}", "InitiationMethod": "INBOUND",
                      "InstanceARN": "arn:aws:connect:us-east-1:111122223333:instance/9b1d",
                      "MediaStreams": {
                        "Customer": {
                          "Audio": {
                            "StreamARN": "{{StreamArn}}", "StartTimestamp": "1700000000123", "StopTimestamp": null,
                            "StartFragmentNumber": "91343852333181432392682062607743920146264540000"
                          }
                        }
                      },
                      "Queue": null, "References": {},
                      "SystemEndpoint": { "Address": "+18005550199", "Type": "TELEPHONE_NUMBER" }
                    },
                    "Parameters": {}
                  }
                }
                """
            )!
            .AsObject();

    /// <summary>With the contact attribute that chooses a configuration.</summary>
    public static JsonObject WithConfiguration(this JsonObject envelope, string name)
    {
        envelope["Details"]!["ContactData"]!["Attributes"]!["configuration"] = name;
        return envelope;
    }

    /// <summary>The same without Connect.</summary>
    public static JsonObject Bare() =>
        new()
        {
            ["StreamARN"] = StreamArn,
            ["ContactId"] = Id,
            ["CustomerPhoneNumber"] = "+12025550123",
        };

    public static JsonElement Element(this JsonNode? node) => JsonSerializer.SerializeToElement(node);
}
