using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class Call
{
    private readonly List<Task> _tools = [];

    // Neither the model's events nor the caller's voice wait for a tool.
    private void RunTool(SonicEvent.ToolUse use)
    {
        _tools.RemoveAll(tool => tool.IsCompleted);
        _tools.Add(RunToolAsync(use));
    }

    private async Task RunToolAsync(SonicEvent.ToolUse use)
    {
        var answer = await _peers.Tools.RunAsync(use, _listening.Token);
        await HandleAsync(new CallInput.ToolAnswered(use.ToolUseId, answer));
    }
}
