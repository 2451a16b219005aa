using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>No input whatever makes an exception, and each fault has its own answer.</summary>
public sealed class StartRequestTests
{
    private static readonly string[] s_fields =
    [
        "Name",
        "Details",
        "ContactData",
        "ContactId",
        "MediaStreams",
        "Customer",
        "Audio",
        "StreamARN",
        "StartTimestamp",
        "StartFragmentNumber",
        "Parameters",
        "CustomerPhoneNumber",
    ];

    private static readonly Gen<string> s_literal = Gen.OneOf(
        Gen.OneOf("null", "true", "1", "-1", "1e400", "0.5", "\"\"", "\"test\"", "\"\\ud800\"", "\"\\u0000\""),
        Gen.OneOf($"\"{ACall.Id}\"", $"\"{ACall.StreamArn}\"", "\"+12025550123\"", "9223372036854775808"),
        Gen.String.Select(text => JsonSerializer.Serialize(text))
    );

    // Any JSON whatever, made mostly of the names that are looked for.
    private static readonly Gen<string> s_json = Gen.Recursive<string>(
        (depth, json) =>
            depth > 5
                ? s_literal
                : Gen.OneOf(
                    s_literal,
                    json.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
                    Gen.Select(Gen.OneOf(Gen.OneOf(s_fields), Gen.OneOf("\\ud800", "Contact\\u0049d")), json)
                        .Array[0, 4]
                        .Select(members =>
                            $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"
                        )
                )
    );

    private static string Error(JsonNode? input) =>
        StartRequest.Read(input.Element()) is StartRequest.Refused refused ? refused.Error : "none";

    [Fact]
    public void No_JSON_whatever_throws() =>
        s_json.Sample(
            json =>
            {
                using var document = JsonDocument.Parse(json);
                var read = StartRequest.Read(document.RootElement);
                if (read is StartRequest.Refused refused)
                {
                    refused.Message.ShouldEndWith(".");
                    refused.Error.ShouldNotBeNullOrEmpty();
                }
            },
            iter: 20_000
        );

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"test\"")]
    [InlineData("{}")]
    [InlineData("""{"Details":null}""")]
    [InlineData("""{"key1":"value1","key2":"value2"}""")]
    [InlineData("""{"ContactId":"\ud800","StreamARN":"x"}""", "MalformedStreamARN")]
    [InlineData("""{"ContactId":"x","StreamARN":"\ud800"}""")]
    public void A_shape_that_is_not_known_is_told(string json, string error = "UnknownInput")
    {
        using var document = JsonDocument.Parse(json);

        StartRequest.Read(document.RootElement).ShouldBeOfType<StartRequest.Refused>().Error.ShouldBe(error);
    }

    [Theory]
    [InlineData("StreamARN")]
    [InlineData("ContactId")]
    [InlineData("CustomerPhoneNumber")]
    public void A_missing_empty_or_null_field_is_named(string field)
    {
        var without = ACall.Bare();
        without.Remove(field);

        Error(without).ShouldBe($"Missing{field}");
        Error(With(field, null)).ShouldBe($"Missing{field}");
        Error(With(field, "")).ShouldBe($"Missing{field}");
    }

    [Theory]
    [InlineData("StreamARN", 1025)]
    [InlineData("ContactId", 257)]
    [InlineData("CustomerPhoneNumber", 17)]
    [InlineData("StartFragmentNumber", 129)]
    public void An_over_long_field_is_named(string field, int length) =>
        Error(With(field, new string('1', length))).ShouldBe($"TooLong{field}");

    [Theory]
    [InlineData("StreamARN", "test")]
    [InlineData("StreamARN", "arn:aws:kinesis:us-east-1:111122223333:stream/a/1")]
    [InlineData("StreamARN", "arn:aws:kinesisvideo:us-east-1:111122223333:stream/a/1\n")]
    [InlineData("StreamARN", "arn:aws:kinesisvideo:us-east-1:111122223333:stream/a/b/1")]
    [InlineData("ContactId", "test")]
    [InlineData("ContactId", "../../secrets")]
    [InlineData("ContactId", ACall.Id + " ")]
    [InlineData("CustomerPhoneNumber", "test")]
    [InlineData("CustomerPhoneNumber", "2025550123")]
    [InlineData("CustomerPhoneNumber", "+1 202 555 0123")]
    [InlineData("StartFragmentNumber", "12x")]
    [InlineData("StartTimestamp", "yesterday")]
    [InlineData("StartTimestamp", "-1")]
    [InlineData("StartTimestamp", "999999999999999999")]
    public void A_malformed_field_is_named(string field, string value) =>
        Error(With(field, value)).ShouldBe($"Malformed{field}");

    [Theory]
    [InlineData("StreamARN")]
    [InlineData("ContactId")]
    [InlineData("CustomerPhoneNumber")]
    [InlineData("StartTimestamp")]
    public void A_field_of_another_kind_is_named(string field)
    {
        Error(With(field, true)).ShouldBe($"Malformed{field}");
        Error(With(field, new JsonArray())).ShouldBe($"Malformed{field}");
        Error(With(field, new JsonObject())).ShouldBe($"Malformed{field}");
    }

    [Fact]
    public void A_message_never_repeats_what_was_given() =>
        Gen.Select(Gen.OneOf("StreamARN", "ContactId", "CustomerPhoneNumber"), Gen.String[Gen.Char['0', '9'], 6, 40])
            .Sample(
                (field, value) =>
                    StartRequest.Read(With(field, value).Element()) is StartRequest.Refused refused
                    && !refused.Message.Contains(value, StringComparison.Ordinal)
            );

    [Fact]
    public void The_caller_whose_streaming_has_not_started_is_told_apart()
    {
        var input = ACall.Envelope();
        input["Details"]!["ContactData"]!["MediaStreams"] = null;

        Error(input).ShouldBe("MissingStreamARN");
    }

    [Fact]
    public void A_time_may_be_a_number() =>
        StartRequest
            .Read(With("StartTimestamp", 1700000000123L).Element())
            .ShouldBeOfType<StartRequest.Accepted>()
            .Call.StartTimestamp.ShouldBe(1700000000123);

    private static JsonObject With(string field, JsonNode? value)
    {
        var input = ACall.Bare();
        input[field] = value;
        return input;
    }
}
