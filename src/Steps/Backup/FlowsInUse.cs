using SonicBridge.Steps.Flows;

namespace SonicBridge.Steps.Backup;

/// <summary>Finds the flows, or modules, that invoke a function.</summary>
internal sealed class FlowsInUse(ConnectFlows flows)
{
    /// <summary>Reads all that callers can come to.</summary>
    /// <param name="function">The function's name.</param>
    public async Task<IReadOnlyList<FoundFlow>> FindAsync(bool isModule, string function)
    {
        var found = new List<FoundFlow>();
        foreach (var place in (await flows.ListAsync(isModule)).OrderBy(place => place.Id, StringComparer.Ordinal))
        {
            if (await flows.FindAsync(place) is { } flow && Judge(flow, function) is { } judged)
            {
                found.Add(judged);
            }
        }

        return found;
    }

    private static FoundFlow? Judge(LiveFlow flow, string function)
    {
        FlowDocument document;
        try
        {
            document = FlowDocument.Read(flow.Published);
        }
        catch (FlowUnreadable e)
        {
            // One that does not even mention the function is none of ours to read.
            return flow.Published.Contains(function, StringComparison.Ordinal)
                ? new FoundFlow(
                    flow,
                    [],
                    [$"{Called(flow)} is left as it is, though it mentions {function}: {e.Message}"]
                )
                : null;
        }

        var invocations = document.InvocationsOf(AddressOf(flow, function));
        if (invocations.Count == 0)
        {
            return null;
        }

        var ours = invocations
            .Where(invocation => invocation.Match is FunctionMatch.Same)
            .Select(invocation => invocation.Action)
            .ToList();
        var notices = invocations
            .Where(invocation => invocation.Match is not FunctionMatch.Same)
            .Select(invocation => Notice(flow, invocation))
            .ToList();
        if (ours.Count > 0 && !KindOf(flow.Metadata).CarriesCalls)
        {
            notices.Add(
                $"{Called(flow)} is left as it is: in a flow of type {flow.Metadata.Type} no call can be held. It invokes {function} in {string.Join(", ", ours)}."
            );
            ours.Clear();
        }

        return new FoundFlow(flow, ours, notices);
    }

    /// <summary>What a flow's own region and account are, a function's are that it names without them.</summary>
    public static FunctionAddress AddressOf(LiveFlow flow, string function) => AddressOf(flow.Metadata, function);

    /// <inheritdoc cref="AddressOf(LiveFlow, string)"/>
    public static FunctionAddress AddressOf(FlowMetadata flow, string function) =>
        flow.Arn.Split(':') is [_, _, _, var region, var account, ..]
            ? new FunctionAddress(region, account, function)
            : throw new InvalidDataException($"Amazon Connect named {flow.Name} '{flow.Arn}', which is no ARN.");

    public static FlowKind KindOf(FlowMetadata flow) => flow.Type is { } type ? FlowKind.Of(type) : FlowKind.Module;

    private static string Notice(LiveFlow flow, FunctionInvocation invocation) =>
        invocation.Match is FunctionMatch.Elsewhere
            ? $"{Called(flow)}, action {invocation.Action}, is left as it is: it invokes {invocation.Parameter}, in another region or account."
            : $"{Called(flow)}, action {invocation.Action}, is left as it is: which function it invokes is taken from {invocation.Parameter} when a call comes to it. Look whether that can be the one which is migrated.";

    private static string Called(LiveFlow flow) => $"The {flow.Place.Noun} '{flow.Metadata.Name}'";
}

/// <summary>A flow that has to do with the function.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Actions">Its actions that invoke the function and can be replaced.</param>
/// <param name="Notices">Sentences on what is left for a person to look at.</param>
internal sealed record FoundFlow(LiveFlow Flow, IReadOnlyList<string> Actions, IReadOnlyList<string> Notices);
