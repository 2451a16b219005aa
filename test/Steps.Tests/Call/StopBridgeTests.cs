using System.Text.Json;
using Amazon.ECS.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Call;

public sealed class StopBridgeTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeEcs _ecs = new();

    public StopBridgeTests()
    {
        Write(CallFile.Launch, new LaunchTicket(2, "token"));
        _ecs.Tasks.Add(new Amazon.ECS.Model.Task { TaskArn = "ours", StartedBy = ACall.Id });
        _ecs.Tasks.Add(new Amazon.ECS.Model.Task { TaskArn = "anothers", StartedBy = "another" });
    }

    public void Dispose()
    {
        _s3.Dispose();
        _ecs.Dispose();
    }

    private void Write<T>(JsonFile<T> file, T value) =>
        _s3.Seed(ACall.Key(file.Name), JsonSerializer.Serialize(value, file.Shape));

    private void WriteCheckpoint(int generation, double seconds) =>
        Write(
            CallFile.Checkpoint,
            new Checkpoint
            {
                Generation = generation,
                Since = s_start,
                At = s_start.AddSeconds(seconds),
                StartedAt = s_start,
                Lines = [],
            }
        );

    private async Task<bool> StopAsync(string? error = "States.HeartbeatTimeout", string? folder = ACall.Folder) =>
        (
            await new StopBridgeFunction(_s3, _ecs, new BridgePlace("the-cluster", "bridge", null)).StopBridge(
                new StopBridgeRequest(folder, error),
                ACall.Context()
            )
        ).Carried;

    [Theory]
    [InlineData("States.HeartbeatTimeout")]
    [InlineData("States.Timeout")]
    public async Task A_bridge_that_gave_no_sign_of_life_is_stopped_and_no_other(string error)
    {
        await StopAsync(error);

        _ecs.Changes.ShouldBe(["stop ours"]);
    }

    [Fact]
    public async Task A_bridge_that_has_stopped_is_let_be()
    {
        await StopAsync("BridgeStopped");

        _ecs.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bridge_that_cannot_be_stopped_is_replaced_all_the_same()
    {
        _ecs.Before = _ => throw new ClientException("The task is gone.");
        WriteCheckpoint(2, 60);

        (await StopAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(2, 60, true)]
    [InlineData(2, 3600, true)]
    [InlineData(2, 59, false)]
    [InlineData(1, 3600, false)]
    public async Task Who_carried_the_conversation_for_a_minute_is_told_by_the_checkpoint(
        int generation,
        double seconds,
        bool carried
    )
    {
        WriteCheckpoint(generation, seconds);

        (await StopAsync()).ShouldBe(carried);
    }

    [Fact]
    public async Task A_bridge_that_left_no_checkpoint_carried_nothing() => (await StopAsync()).ShouldBeFalse();

    [Fact]
    public async Task An_input_without_a_folder_is_an_error() =>
        await Should.ThrowAsync<FormatException>(() => StopAsync(folder: null));
}
