using System.Threading.Channels;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class Call
{
    // One is enough: whoever reads it looks at the time.
    private readonly Channel<bool> _alarms = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1)
        {
            FullMode = BoundedChannelFullMode.DropWrite,
            SingleReader = true,
            AllowSynchronousContinuations = true,
        }
    );
    private readonly ITimer _alarm;
    private DateTimeOffset _alarmAt = DateTimeOffset.MaxValue;

    private ITimer CreateAlarm() =>
        _time.CreateTimer(
            static alarms => ((Channel<bool>)alarms!).Writer.TryWrite(true),
            _alarms,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );

    private async Task WatchTheClockAsync(CancellationToken cancellationToken)
    {
        await HandleAsync(new CallInput.TimePassed(_peers.Model.CallerSpokeAt));
        while (_life.Ended is null && await IsAlarmedAsync(cancellationToken))
        {
            _alarmAt = DateTimeOffset.MaxValue;
            await HandleAsync(new CallInput.TimePassed(_peers.Model.CallerSpokeAt));
        }
    }

    private async Task<bool> IsAlarmedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _alarms.Reader.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // To be called in turn. A deadline that moves away is met by an early alarm, which sets the next one.
    private void SetAlarm()
    {
        var due = _life.Deadline;
        if (due < _alarmAt && _life.Ended is null)
        {
            _alarmAt = due;
            var left = due - _time.GetUtcNow();
            _alarm.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
