package vn.lgsp.registry.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.Agency;

/**
 * An agency as others may see it.
 *
 * @param code in the form of QCVN 102:2016
 * @param codeQd20 in the form of QĐ 20/2020
 * @param parentCode in the form of QCVN 102:2016; null at the top
 * @param kind may be null
 * @param sample the code is constructed for demonstration (MẪU)
 */
public record AgencyView(
        UUID id,
        String code,
        String codeQd20,
        String name,
        int level,
        String parentCode,
        String kind,
        Agency.State state,
        boolean sample) {}
