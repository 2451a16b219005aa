using System.Text.Json;
using System.Text.RegularExpressions;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Diagnose;

/// <summary>What is to be diagnosed: a call, a task (and the call that it carries), or with neither the deployment as a whole.</summary>
/// <param name="Contact">The call, or null.</param>
/// <param name="Task">The task's ARN or id, or null.</param>
/// <param name="Folder">Where the diagnosis is to be kept: the call's folder, when its execution asks; or null.</param>
/// <param name="Known">What its execution knows already, or null.</param>
internal sealed partial record DiagnosisRequest(ContactId? Contact, string? Task, CallFolder? Folder, string? Known)
{
    /// <summary>Reads <c>{"contactId"}</c>, <c>{"taskArn"}</c>, <c>{}</c>, or <c>{"folder", "detail"}</c>.</summary>
    /// <exception cref="FormatException">A field is not what it has to be; the message says what it has to be.</exception>
    public static DiagnosisRequest Parse(JsonElement input)
    {
        if (input.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            throw new FormatException("""The input is no object: give {"contactId": …}, {"taskArn": …} or {}.""");
        }

        var folder = Text(input, "folder") is { } address ? CallFolder.Parse(address) : null;
        ContactId? contact = Text(input, "contactId") is { } id ? ContactId.Parse(id) : folder?.ContactId;
        var task = Text(input, "taskArn");
        if (task is not null && !TaskShape().IsMatch(task))
        {
            throw new FormatException(
                "taskArn is not the ARN of an ECS task: give it as arn:aws:ecs:<region>:<account>:task/<cluster>/<id>, or the id alone."
            );
        }

        if (contact is not null && task is not null)
        {
            throw new FormatException("Both contactId and taskArn are given: give one of them.");
        }

        return new DiagnosisRequest(contact, task, folder, Text(input, "detail"));
    }

    private static string? Text(JsonElement input, string name) =>
        input.At(name) switch
        {
            { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } value ? value : null,
            _ => throw new FormatException($"{name} is no text."),
        };

    [GeneratedRegex(
        @"\A(arn:[a-z0-9-]+:ecs:[a-z0-9-]+:[0-9]+:task/([A-Za-z0-9_-]+/)?)?[0-9a-f-]{32,36}\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TaskShape();
}
