namespace SonicBridge.Steps.Flows;

/// <summary>Where in a flow the caller's voice is streamed already.</summary>
internal static class Streaming
{
    /// <summary>The actions that a caller may come to while his voice is not streamed.</summary>
    public static HashSet<string> NotYetAt(FlowDocument flow)
    {
        var seen = new HashSet<(string Action, bool IsOn)>();
        var open = new Stack<(string Action, bool IsOn)>([(flow.StartAction, false)]);
        while (open.TryPop(out var at))
        {
            if (flow.Find(at.Action) is not { } action || !seen.Add(at))
            {
                continue;
            }

            foreach (var target in action.Targets)
            {
                open.Push((target, IsOnAfter(action, target, at.IsOn)));
            }
        }

        return [.. seen.Where(at => !at.IsOn).Select(at => at.Action)];
    }

    private static bool IsOnAfter(FlowAction action, string target, bool isOn) =>
        action.Type switch
        {
            "UpdateContactMediaStreamingBehavior" when action.Parameter("MediaStreamingState") is "Enabled" => isOn
                || (target == action.Next && target != action.OnError),
            "UpdateContactMediaStreamingBehavior" => false,
            // What a module does to it is not written in this flow.
            "InvokeFlowModule" => false,
            _ => isOn,
        };
}
