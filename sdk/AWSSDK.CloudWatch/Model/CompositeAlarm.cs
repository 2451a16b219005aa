using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>An alarm on other alarms.</summary>
public partial class CompositeAlarm
{
    public bool? ActionsEnabled { get; set; }

    public ActionsSuppressedBy ActionsSuppressedBy { get; set; }

    public string ActionsSuppressedReason { get; set; }

    public string ActionsSuppressor { get; set; }

    public int? ActionsSuppressorExtensionPeriod { get; set; }

    public int? ActionsSuppressorWaitPeriod { get; set; }

    public List<string> AlarmActions { get; set; } = Unset.List<string>();

    public string AlarmArn { get; set; }

    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }

    public string AlarmDescription { get; set; }

    public string AlarmName { get; set; }

    public string AlarmRule { get; set; }

    public List<string> InsufficientDataActions { get; set; } = Unset.List<string>();

    public List<string> OKActions { get; set; } = Unset.List<string>();

    public string StateReason { get; set; }

    public string StateReasonData { get; set; }

    public DateTime? StateTransitionedTimestamp { get; set; }

    public DateTime? StateUpdatedTimestamp { get; set; }

    public StateValue StateValue { get; set; }
}
