using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Tools;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>Tools that answer when a test says so.</summary>
internal sealed class ScriptedTools : IToolRunner
{
    private readonly Dictionary<string, TaskCompletionSource<ToolAnswer>> _running = [];

    /// <summary>What was asked for, in order.</summary>
    public List<SonicEvent.ToolUse> Asked { get; } = [];

    public Task<ToolAnswer> RunAsync(SonicEvent.ToolUse use, CancellationToken cancellationToken)
    {
        Asked.Add(use);
        // Continues where a test completes it: tests drive everything from one thread.
        return (_running[use.ToolUseId] = new TaskCompletionSource<ToolAnswer>()).Task.WaitAsync(cancellationToken);
    }

    public void Answer(string toolUseId, string json) => _running[toolUseId].SetResult(new ToolAnswer(json));
}
