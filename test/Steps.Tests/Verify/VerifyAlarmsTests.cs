using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class VerifyAlarmsTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new();
    private readonly FakeCloudWatch _cloudWatch = new();

    public void Dispose()
    {
        _s3.Dispose();
        _cloudWatch.Dispose();
    }

    private Task<StepDone> VerifyAsync() =>
        new VerifyAlarmsFunction(_s3, _cloudWatch).VerifyAlarms(AMigration.Request, new TestLambdaContext());

    [Fact]
    public async Task Quiet_alarms_and_those_of_others_are_well()
    {
        _cloudWatch.Alarms.AddRange([
            ("nova-sonic-a", "OK"),
            ("nova-sonic-b", "INSUFFICIENT_DATA"),
            ("shop-orders", "ALARM"),
        ]);

        await VerifyAsync();

        _s3.Noted("verify-alarms").ShouldNotBeNull().Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Raised_alarms_are_all_named_and_given_time()
    {
        _cloudWatch.Alarms.AddRange([("nova-sonic-a", "ALARM"), ("nova-sonic-b", "ALARM")]);

        var message = (await Should.ThrowAsync<NotReadyYet>(() => VerifyAsync())).Message;

        message.ShouldContain("nova-sonic-a (above 1)");
        message.ShouldContain("nova-sonic-b");
    }
}
