using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Whether a target behaves otherwise than its neighbours.</summary>
public class AnomalyResultEnum(string value) : ConstantClass(value)
{
    public static readonly AnomalyResultEnum Anomalous = new("anomalous");
    public static readonly AnomalyResultEnum Normal = new("normal");

    public static AnomalyResultEnum FindValue(string value) => FindValue<AnomalyResultEnum>(value);

    public static implicit operator AnomalyResultEnum(string value) => FindValue(value);
}

/// <summary>What else to tell of a target.</summary>
public class DescribeTargetHealthInputIncludeEnum(string value) : ConstantClass(value)
{
    public static readonly DescribeTargetHealthInputIncludeEnum All = new("All");
    public static readonly DescribeTargetHealthInputIncludeEnum AnomalyDetection = new("AnomalyDetection");

    public static DescribeTargetHealthInputIncludeEnum FindValue(string value) =>
        FindValue<DescribeTargetHealthInputIncludeEnum>(value);

    public static implicit operator DescribeTargetHealthInputIncludeEnum(string value) => FindValue(value);
}

/// <summary>Whether a target gets less because of that.</summary>
public class MitigationInEffectEnum(string value) : ConstantClass(value)
{
    public static readonly MitigationInEffectEnum No = new("no");
    public static readonly MitigationInEffectEnum Yes = new("yes");

    public static MitigationInEffectEnum FindValue(string value) => FindValue<MitigationInEffectEnum>(value);

    public static implicit operator MitigationInEffectEnum(string value) => FindValue(value);
}

/// <summary>The protocol of a target or a health check.</summary>
public class ProtocolEnum(string value) : ConstantClass(value)
{
    public static readonly ProtocolEnum GENEVE = new("GENEVE");
    public static readonly ProtocolEnum HTTP = new("HTTP");
    public static readonly ProtocolEnum HTTPS = new("HTTPS");
    public static readonly ProtocolEnum QUIC = new("QUIC");
    public static readonly ProtocolEnum TCP = new("TCP");
    public static readonly ProtocolEnum TCP_QUIC = new("TCP_QUIC");
    public static readonly ProtocolEnum TCP_UDP = new("TCP_UDP");
    public static readonly ProtocolEnum TLS = new("TLS");
    public static readonly ProtocolEnum UDP = new("UDP");

    public static ProtocolEnum FindValue(string value) => FindValue<ProtocolEnum>(value);

    public static implicit operator ProtocolEnum(string value) => FindValue(value);
}

/// <summary>Why a target's health is overridden.</summary>
public class TargetAdministrativeOverrideReasonEnum(string value) : ConstantClass(value)
{
    public static readonly TargetAdministrativeOverrideReasonEnum AdministrativeOverrideNoOverride = new(
        "AdministrativeOverride.NoOverride"
    );
    public static readonly TargetAdministrativeOverrideReasonEnum AdministrativeOverrideUnknown = new(
        "AdministrativeOverride.Unknown"
    );
    public static readonly TargetAdministrativeOverrideReasonEnum AdministrativeOverrideZonalShiftActive = new(
        "AdministrativeOverride.ZonalShiftActive"
    );
    public static readonly TargetAdministrativeOverrideReasonEnum AdministrativeOverrideZonalShiftDelegatedToDns = new(
        "AdministrativeOverride.ZonalShiftDelegatedToDns"
    );

    public static TargetAdministrativeOverrideReasonEnum FindValue(string value) =>
        FindValue<TargetAdministrativeOverrideReasonEnum>(value);

    public static implicit operator TargetAdministrativeOverrideReasonEnum(string value) => FindValue(value);
}

/// <summary>Whether a target's health is overridden.</summary>
public class TargetAdministrativeOverrideStateEnum(string value) : ConstantClass(value)
{
    public static readonly TargetAdministrativeOverrideStateEnum No_override = new("no_override");
    public static readonly TargetAdministrativeOverrideStateEnum Unknown = new("unknown");
    public static readonly TargetAdministrativeOverrideStateEnum Zonal_shift_active = new("zonal_shift_active");
    public static readonly TargetAdministrativeOverrideStateEnum Zonal_shift_delegated_to_dns = new(
        "zonal_shift_delegated_to_dns"
    );

    public static TargetAdministrativeOverrideStateEnum FindValue(string value) =>
        FindValue<TargetAdministrativeOverrideStateEnum>(value);

    public static implicit operator TargetAdministrativeOverrideStateEnum(string value) => FindValue(value);
}

/// <summary>The kind of a target group's addresses.</summary>
public class TargetGroupIpAddressTypeEnum(string value) : ConstantClass(value)
{
    public static readonly TargetGroupIpAddressTypeEnum Ipv4 = new("ipv4");
    public static readonly TargetGroupIpAddressTypeEnum Ipv6 = new("ipv6");

    public static TargetGroupIpAddressTypeEnum FindValue(string value) =>
        FindValue<TargetGroupIpAddressTypeEnum>(value);

    public static implicit operator TargetGroupIpAddressTypeEnum(string value) => FindValue(value);
}

/// <summary>Why a target does so.</summary>
public class TargetHealthReasonEnum(string value) : ConstantClass(value)
{
    public static readonly TargetHealthReasonEnum ElbInitialHealthChecking = new("Elb.InitialHealthChecking");
    public static readonly TargetHealthReasonEnum ElbInternalError = new("Elb.InternalError");
    public static readonly TargetHealthReasonEnum ElbRegistrationInProgress = new("Elb.RegistrationInProgress");
    public static readonly TargetHealthReasonEnum TargetDeregistrationInProgress = new(
        "Target.DeregistrationInProgress"
    );
    public static readonly TargetHealthReasonEnum TargetFailedHealthChecks = new("Target.FailedHealthChecks");
    public static readonly TargetHealthReasonEnum TargetHealthCheckDisabled = new("Target.HealthCheckDisabled");
    public static readonly TargetHealthReasonEnum TargetInvalidState = new("Target.InvalidState");
    public static readonly TargetHealthReasonEnum TargetIpUnusable = new("Target.IpUnusable");
    public static readonly TargetHealthReasonEnum TargetNotInUse = new("Target.NotInUse");
    public static readonly TargetHealthReasonEnum TargetNotRegistered = new("Target.NotRegistered");
    public static readonly TargetHealthReasonEnum TargetResponseCodeMismatch = new("Target.ResponseCodeMismatch");
    public static readonly TargetHealthReasonEnum TargetTimeout = new("Target.Timeout");

    public static TargetHealthReasonEnum FindValue(string value) => FindValue<TargetHealthReasonEnum>(value);

    public static implicit operator TargetHealthReasonEnum(string value) => FindValue(value);
}

/// <summary>How a target does.</summary>
public class TargetHealthStateEnum(string value) : ConstantClass(value)
{
    public static readonly TargetHealthStateEnum Draining = new("draining");
    public static readonly TargetHealthStateEnum Healthy = new("healthy");
    public static readonly TargetHealthStateEnum Initial = new("initial");
    public static readonly TargetHealthStateEnum Unavailable = new("unavailable");
    public static readonly TargetHealthStateEnum Unhealthy = new("unhealthy");
    public static readonly TargetHealthStateEnum UnhealthyDraining = new("unhealthy.draining");
    public static readonly TargetHealthStateEnum Unused = new("unused");

    public static TargetHealthStateEnum FindValue(string value) => FindValue<TargetHealthStateEnum>(value);

    public static implicit operator TargetHealthStateEnum(string value) => FindValue(value);
}

/// <summary>What a target group's targets are.</summary>
public class TargetTypeEnum(string value) : ConstantClass(value)
{
    public static readonly TargetTypeEnum Alb = new("alb");
    public static readonly TargetTypeEnum Instance = new("instance");
    public static readonly TargetTypeEnum Ip = new("ip");
    public static readonly TargetTypeEnum Lambda = new("lambda");

    public static TargetTypeEnum FindValue(string value) => FindValue<TargetTypeEnum>(value);

    public static implicit operator TargetTypeEnum(string value) => FindValue(value);
}
